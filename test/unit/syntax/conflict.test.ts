import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';
import { blocksOf } from './tables.ts';

const CONFLICT = ['<<<<<<< HEAD', '201\t5.00', '=======', '201\t6.00', '>>>>>>> 修改'];

describe('merge conflicts', () => {
  it('are blocks of their own, and the tables around them end there', () => {
    assert.deepEqual(blocksOf(['编码\t金额', ...CONFLICT, '208\t1.00', '正文'].join('\n')), [
      ['tab', 1],
      ['conflict', 5],
      ['tab', 1],
      ['text', 1],
    ]);
  });

  it('hold nothing that is read, in any dialect', () => {
    for (const row of ['| 201 | 5.00 |', '201,一般公共服务,5.00', '<table><tr><td>1.00</td></tr></table>']) {
      const { blocks } = parse(['<<<<<<< HEAD', row, '=======', row, '>>>>>>> x'].join('\n'));
      assert.deepEqual(blocks, [{ line: 0, node: { kind: 'conflict', lineCount: 5 } }]);
    }
  });

  it('with the common version between the two are one block', () => {
    assert.deepEqual(blocksOf('<<<<<<< a\nx\n||||||| base\ny\n=======\nz\n>>>>>>> b'), [['conflict', 7]]);
  });

  it('end with the text, or in front of the next, where they are not closed', () => {
    assert.deepEqual(blocksOf('正文\n<<<<<<< HEAD\n201\t5.00\n\n正文'), [
      ['text', 1],
      ['conflict', 4],
    ]);
    assert.deepEqual(blocksOf('<<<<<<< HEAD\n201\t5.00\n<<<<<<< HEAD\nx\n>>>>>>> b\n后文'), [
      ['conflict', 2],
      ['conflict', 3],
      ['text', 1],
    ]);
  });

  it('are told from other lines of marks', () => {
    for (const line of ['========', '<<<<<<', '<<<<<<<<', '=======x', ' <<<<<<< HEAD']) {
      assert.deepEqual(blocksOf(`正文\n${line}`), [['text', 2]], line);
    }
  });

  it('a mark left over between rows ends the table there', () => {
    assert.deepEqual(blocksOf('a\tb\n=======\nc\td\n>>>>>>> x\ne\tf'), [
      ['tab', 1],
      ['text', 1],
      ['tab', 1],
      ['text', 1],
      ['tab', 1],
    ]);
    const aligned = '2010301   行政运行   330.56   330.39\n2010302   一般管理   204.84   204.00\n';
    assert.deepEqual(blocksOf(`${aligned}=======\n${aligned}`), [
      ['aligned', 2],
      ['text', 1],
      ['aligned', 2],
      ['blank', 1],
    ]);
  });
});
