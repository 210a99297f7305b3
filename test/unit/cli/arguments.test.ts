import assert from 'node:assert/strict';
import { type Command, type Misuse, parseArguments } from '#server/cli/arguments.ts';

function command(...argv: string[]): Command {
  return parseArguments(argv).command;
}

function misuse(...argv: string[]): Misuse | undefined {
  const parsed = command(...argv);
  return parsed.kind === 'misused' ? parsed.misuse : undefined;
}

describe('terminal: arguments', () => {
  it('checks files, in Chinese and as text unless told otherwise', () => {
    assert.deepEqual(parseArguments(['check', 'a.budget.txt', '预算 b.txt']), {
      language: 'zh-cn',
      command: {
        kind: 'check',
        files: ['a.budget.txt', '预算 b.txt'],
        format: 'text',
        hints: false,
        catalogues: [],
        indicators: [],
      },
    });
  });

  it('takes options in any place and in both spellings', () => {
    const expected = {
      language: 'en',
      command: {
        kind: 'check',
        files: ['a', 'b'],
        format: 'json',
        hints: true,
        catalogues: [],
        indicators: [],
      },
    };
    assert.deepEqual(
      parseArguments(['--format', 'json', 'check', 'a', '--hints', 'b', '--language=en']),
      expected,
    );
    assert.deepEqual(
      parseArguments(['check', '--format=json', '--language', 'en', '--hints', 'a', 'b']),
      expected,
    );
  });

  it('takes several libraries of indicators, in their order', () => {
    const parsed = command('check', '--indicators', '省.json', 'a', '--indicators=市.json');
    assert.deepEqual(parsed.kind === 'check' && [parsed.files, parsed.indicators], [
      ['a'],
      ['省.json', '市.json'],
    ]);
    assert.deepEqual(misuse('check', 'a', '--indicators'), {
      reason: 'missing-value',
      option: '--indicators',
    });
  });

  it('takes several catalogues, in their order', () => {
    const parsed = command('check', '--catalogue', '省.json', 'a', '--catalogue=市.json');
    assert.deepEqual(parsed.kind === 'check' && [parsed.files, parsed.catalogues], [
      ['a'],
      ['省.json', '市.json'],
    ]);
  });

  it('takes everything behind -- for a file', () => {
    const parsed = command('check', '--', '--help', '-x');
    assert.deepEqual(parsed.kind === 'check' && parsed.files, ['--help', '-x']);
  });

  it('explains one rule', () => {
    assert.deepEqual(command('explain', 'code-sum'), { kind: 'explain', rule: 'code-sum' });
  });

  it('knows help and version, long and short, with a command or alone', () => {
    for (const argv of [['--help'], ['-h'], ['check', '--help'], ['explain', '-h']]) {
      assert.deepEqual(command(...argv), { kind: 'help' });
    }
    for (const argv of [['--version'], ['-v']]) assert.deepEqual(command(...argv), { kind: 'version' });
  });

  it('says what is wrong', () => {
    assert.deepEqual(misuse(), { reason: 'no-command' });
    assert.deepEqual(misuse('chek', 'a'), { reason: 'unknown-command', command: 'chek' });
    assert.deepEqual(misuse('check'), { reason: 'no-file' });
    assert.deepEqual(misuse('check', 'a', '--formt', 'json'), {
      reason: 'unknown-option',
      option: '--formt',
    });
    assert.deepEqual(misuse('check', 'a', '-x'), { reason: 'unknown-option', option: '-x' });
    assert.deepEqual(misuse('check', 'a', '--__proto__'), {
      reason: 'unknown-option',
      option: '--__proto__',
    });
    assert.deepEqual(misuse('check', 'a', '--format'), { reason: 'missing-value', option: '--format' });
    for (const argv of [['--catalogue'], ['--catalogue=']])
      assert.deepEqual(misuse('check', 'a', ...argv), { reason: 'missing-value', option: '--catalogue' });
    assert.deepEqual(misuse('explain', 'balance', '--catalogue', 'a'), {
      reason: 'option-of-other-command',
      option: '--catalogue',
      command: 'explain',
    });
    assert.deepEqual(misuse('check', 'a', '--hints=yes'), { reason: 'needless-value', option: '--hints' });
    assert.deepEqual(misuse('check', 'a', '--format', 'xml'), {
      reason: 'wrong-value',
      option: '--format',
      value: 'xml',
      allowed: ['text', 'json'],
    });
    assert.deepEqual(misuse('check', 'a', '--language', 'fr'), {
      reason: 'wrong-value',
      option: '--language',
      value: 'fr',
      allowed: ['zh-cn', 'en'],
    });
    assert.deepEqual(misuse('explain'), { reason: 'no-rule' });
    assert.deepEqual(misuse('explain', 'toString'), { reason: 'unknown-rule', rule: 'toString' });
    assert.deepEqual(misuse('explain', 'balance', 'code-sum'), { reason: 'too-many-rules' });
    assert.deepEqual(misuse('explain', 'balance', '--format', 'json'), {
      reason: 'option-of-other-command',
      option: '--format',
      command: 'explain',
    });
  });

  it('complains in the language asked for, as far as that can be read', () => {
    assert.equal(parseArguments(['chek', '--language', 'en']).language, 'en');
    assert.equal(parseArguments(['chek', '--language', 'fr']).language, 'zh-cn');
  });
});
