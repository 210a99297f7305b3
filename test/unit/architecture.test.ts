import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The parts of the program, each with those it may import: the road of docs/ARCHITECTURE.md, which goes one way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  catalogue: ['text'],
  disclosure: ['text', 'syntax', 'catalogue'],
  // What findings carry is described by types of the stages that find it.
  rules: ['text', 'catalogue', 'relations'],
  indicators: ['text', 'syntax', 'catalogue', 'disclosure', 'rules'],
  codes: ['text', 'syntax', 'catalogue', 'disclosure', 'rules'],
  relations: ['text', 'syntax', 'disclosure', 'rules', 'indicators'],
  checks: ['text', 'syntax', 'catalogue', 'disclosure', 'rules', 'indicators', 'codes', 'relations'],
  messages: ['text', 'catalogue', 'rules', 'relations'],
  silence: ['text', 'syntax', 'disclosure', 'rules', 'messages'],
  analyse: [
    ...['text', 'syntax', 'catalogue', 'disclosure', 'rules', 'indicators', 'codes', 'relations'],
    ...['checks', 'silence'],
  ],
  outside: ['text', 'rules'],
  server: [
    ...['text', 'syntax', 'catalogue', 'disclosure', 'rules', 'indicators', 'codes', 'relations'],
    ...['checks', 'messages', 'silence', 'analyse', 'outside'],
  ],
  client: ['rules', 'outside'],
};

/** Files of the core that stand in no folder, by the part they belong to. */
const FILES: Readonly<Record<string, string>> = {
  analyse: 'analyse',
  findings: 'rules',
  rules: 'rules',
  settings: 'rules',
  codeRuleParams: 'rules',
  indicatorRuleParams: 'rules',
  proseRuleParams: 'rules',
  tableRuleParams: 'rules',
  // What the client asks of a text it opens, and the words it shares with the server.
  looksLikeDisclosure: 'outside',
  protocol: 'outside',
};

const FROM = /\b(?:from |import\()'((?:\.|#core\/|#server\/)[^']+)'/g;
const EXPORTED =
  /^export (?:default )?(?:abstract )?(?:async )?(?:function\*?|class|interface|type|const|let|enum) (\w+)/;

/** A source file and its lines. */
interface Source {
  readonly path: string;
  readonly text: string;
}

const SOURCES = ['shared/src', 'server/src', 'client/src'].flatMap(sourcesIn);

describe('the road of docs/ARCHITECTURE.md', () => {
  it('goes one way', () => {
    const against = SOURCES.flatMap(({ path, text }) =>
      forbiddenImports(path, text).map((imported) => `${path} imports ${imported}`),
    );
    assert.deepEqual(against, []);
  });

  it('is not gone back for a type either, nor left by the client, which knows what is outside alone', () => {
    const type = "import type { Table } from '../../disclosure/table.ts';";
    assert.deepEqual(forbiddenImports('shared/src/syntax/dialects/tab.ts', type), [
      'shared/src/disclosure/table.ts',
    ]);
    const core =
      "import {\n  parse,\n} from '#core/syntax/parse.ts';\nimport { SECTION } from '#core/protocol.ts';";
    assert.deepEqual(forbiddenImports('client/src/extension.ts', core), ['shared/src/syntax/parse.ts']);
    assert.deepEqual(forbiddenImports('server/src/connection.ts', core), []);
  });
});

describe('the code map', () => {
  it('names files that are there', () => {
    const files = [
      ...SOURCES.map(({ path }) => path),
      ...readdirSync(join(ROOT, 'scripts')),
      ...readdirSync(join(ROOT, 'test/unit')),
    ];
    const there = new Set(files.map((file) => basename(file)));
    const map = readFileSync(join(ROOT, 'docs/ARCHITECTURE.md'), 'utf8');
    const named = [...map.matchAll(/`(?:[\w.-]+\/)*([\w-][\w.-]*\.(?:ts|mjs))`/g)].map(
      ([, file = '']) => file,
    );
    assert.ok(named.includes('analyse.ts'));
    assert.deepEqual(
      named.filter((file) => !there.has(file)),
      [],
    );
  });
});

describe('what is exported', () => {
  it('says what it is, what goes in and what comes out', () => {
    const silent = [...SOURCES, ...sourcesIn('test/support')].flatMap(({ path, text }) =>
      undocumented(text).map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(silent, []);
  });

  it('is asked of each declaration, but once of the overloads of a function', () => {
    assert.deepEqual(undocumented('/** Why. */\nexport const a = 1;\nexport const b = 2;'), ['b']);
    assert.deepEqual(undocumented('// A remark is none.\nexport interface C {}'), ['C']);
    const overloads = [
      'export function d(x: 1): 1;',
      'export function d(x: 2): 2;',
      'export function d(x) {}',
    ];
    assert.deepEqual(undocumented(overloads.join('\n')), ['d']);
    assert.deepEqual(undocumented(['/** Why. */', ...overloads].join('\n')), []);
    assert.deepEqual(undocumented("export type { E } from './e.ts';\nexport { f } from './f.ts';"), []);
  });
});

/** The source files in a folder and those below it. */
function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const path = `${folder}/${file.split(sep).join('/')}`;
      return { path, text: readFileSync(join(ROOT, path), 'utf8') };
    });
}

/** The part of the program that a file belongs to. */
function partOf(path: string): string {
  const [, folder, file] = /^shared\/src\/(?:(\w+)\/|(\w+)\.ts$)/.exec(path) ?? [];
  return folder ?? (file === undefined ? (path.split('/')[0] ?? '') : (FILES[file] ?? file));
}

/** The files of other parts that a source imports or hands on, types too, and may not. */
function forbiddenImports(path: string, text: string): string[] {
  const part = partOf(path);
  const files = [...text.matchAll(FROM)].map(([, from = '']) =>
    from.startsWith('.')
      ? posix.join(posix.dirname(path), from)
      : from.replace('#core/', 'shared/src/').replace('#server/', 'server/src/'),
  );
  return files.filter(
    (file) => file.endsWith('.ts') && partOf(file) !== part && !MAY_IMPORT[part]?.includes(partOf(file)),
  );
}

/** The exported declarations of a formatted source file in front of which no docstring ends. */
function undocumented(text: string): string[] {
  const lines = text.split('\n');
  const documented = new Set<string>();
  const silent = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const name = EXPORTED.exec(line)?.[1];
    if (name === undefined || documented.has(name)) continue;
    // A docstring may stand above the line that gives the reason of a suppression.
    const above = lines.slice(0, index).findLast((each) => !each.startsWith('// biome-ignore'));
    (above?.trimEnd().endsWith('*/') ? documented : silent).add(name);
  }
  return [...silent];
}
