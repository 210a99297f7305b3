import assert from 'node:assert/strict';
import type { CompletionList, Position } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer.ts';
import { leftOut, type SeedText, seedTexts } from '../support/seeds.ts';

const URI = 'file:///budget/seed.budget.txt';

/** A cell of a target table: where its name is printed behind `before`, what is typed, and what must come first. */
interface TypedCell {
  /** The line holds this text; of several the first. */
  readonly line: string;
  /** The name in the cell, as printed, that is typed anew. */
  readonly name: string;
  /** Initials of pinyin, a key at a time. */
  readonly keys: string;
  /** The 二级指标 the document prints for the row. */
  readonly category: string;
}

const cell = (line: string, name: string, keys: string, category: string): TypedCell => ({
  line,
  name,
  keys,
  category,
});

/** As the documents print them: each sample lays out its target tables in another way. */
const CELLS: Readonly<Record<string, readonly TypedCell[]>> = {
  'guiyang-2022': [
    cell('改造面积\t≥4700', '改造面积', 'mj', '数量指标'),
    cell('设置窗口数量', '设置窗口数量', 'sl', '数量指标'),
    cell('验收合格率', '验收合格率', 'yshg', '质量指标'),
    cell('改造完成时限\t6月底前', '改造完成时限', 'wcs', '时效指标'),
    cell('综合受理比例\t100%', '综合受理比例', 'l', '社会效益指标'),
    cell('办事群众满意度', '办事群众满意度', 'qzmyd', '服务对象满意度指标'),
  ],
  'tongnan-2021': [
    cell('入驻政务服务部门', '入驻政务服务部门;', 'bm', '数量指标'),
    cell('中心工作人员;', '中心工作人员;', 'ry', '数量指标'),
    cell('指标 3: 物业管理', '物业管理', 'f', '成本指标'),
    cell('行政服务中心工作人员培训服务。', '行政服务中心工作人员培训服务。', 'px', '数量指标'),
    cell('推进行政审批服务网络化、便利化', '推进行政审批服务网络化、便利化。', 'l', '社会效益指标'),
    cell('确保行政服务中心工作正常开展。', '确保行政服务中心工作正常开展。', 'myd', '服务对象满意度指标'),
  ],
  'hanzhong-2023': [
    cell('窗口办件量', '窗口办件量', 'bjl', '数量指标'),
    cell('“好差评”满意率', '“好差评”满意率', 'l', '质量指标'),
    cell('事项办结率', '事项办结率', 'bjl', '时效指标'),
    cell('费用成本', '费用成本', 'f', '成本指标'),
    cell('群众满意率', '群众满意率', 'qz', '服务对象满意度指标'),
    cell('服装验收合格率', '服装验收合格率', 'hgl', '质量指标'),
  ],
  'hetang-2022': [
    cell('我的荷塘APP活动', '推广“一件事一次办”政务服务、我的荷塘APP活动', 'hd', '数量指标'),
    cell('高拍仪', '高拍仪', 'hgl', '质量指标'),
    cell('便民服务中心窗口工作人员配置规范', '便民服务中心窗口工作人员配置规范', 'j', '可持续影响指标'),
    cell('公共服务综合信息平台升级\t1个', '公共服务综合信息平台升级', 'pt', '数量指标'),
    cell('提升政务网络平台办事率', '提升政务网络平台办事率', 'l', '经济效益指标'),
    cell('EMS邮政快递服务', 'EMS邮政快递服务', 'yz', '数量指标'),
  ],
  'dongxihu-2023': [
    cell('网络专线\t≥ 6条', '网络专线', 'zx', '数量指标'),
    cell('投诉处理 及时率', '投诉处理 及时率', 'jsl', '时效指标'),
    cell('服务对象总体 满意率', '服务对象总体 满意率', 'my', '服务对象满意度指标'),
    cell('高效办成一件 事', '高效办成一件 事', 'hgl', '质量指标'),
    cell('档案归档处置', '档案归档处置', 'l', '质量指标'),
    cell('便民服务成效', '便民服务成效', 'l', '社会效益指标'),
  ],
};

describe(`language server: indicators typed in the samples${leftOut()}`, () => {
  for (const seed of seedTexts()) {
    it(`${seed.name} (${seed.origin}): each key lists those of the row’s own 二级指标 first`, async () => {
      const server = await LanguageServer.start();
      try {
        const wrong: string[] = [];
        for (const typed of CELLS[seed.name] ?? []) wrong.push(...(await typeInto(server, seed, typed)));
        assert.deepEqual(wrong, []);
        assert.deepEqual(server.logged, []);
      } finally {
        server.kill();
      }
    });
  }
});

/** Empties the cell, types key by key, and tells after which keys the list does not begin as it must. */
async function typeInto(
  server: LanguageServer,
  { text }: SeedText,
  { line: held, name, keys, category }: TypedCell,
): Promise<readonly string[]> {
  const line = text.split('\n').findIndex((each) => each.includes(held) && each.includes(name));
  const start = text.split('\n')[line]?.indexOf(name) ?? -1;
  assert.ok(start >= 0, `${name} is not in the document`);
  const at = (character: number): Position => ({ line, character });
  await server.open(URI, text);
  await server.change(URI, '', { start: at(start), end: at(start + name.length) });
  const wrong: string[] = [];
  for (const [index, key] of [...keys].entries()) {
    const character = start + index;
    await server.change(URI, key, { start: at(character), end: at(character) });
    const list = await server.ask<CompletionList | null>('completion', URI, { position: at(character + 1) });
    const [first] = [...(list?.items ?? [])].sort((a, b) =>
      (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1,
    );
    if (!first?.detail?.startsWith(category))
      wrong.push(`${line + 1} ${name} ${keys.slice(0, index + 1)}: ${first?.label} ${first?.detail}`);
  }
  await server.close(URI);
  return wrong;
}
