import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const SCOPE = 'text.budget-disclosure';
const GRAMMAR_FILE = new URL('../../../syntaxes/budget-disclosure.tmLanguage.json', import.meta.url);

/** One coloured piece of a line. */
export interface Piece {
  readonly text: string;
  /** The scopes inside the root scope, outermost first, without the language's own suffix. */
  readonly scopes: readonly string[];
}

/** Colours each line of a text as VS Code does, with the same engine. */
export type Colour = (text: string) => readonly (readonly Piece[])[];

/** Loads the grammar under test. */
export async function loadGrammar(): Promise<Colour> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(await readFile(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(await readFile(GRAMMAR_FILE, 'utf8'), 'grammar.json'),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  if (grammar === null) throw new Error(`no grammar for ${SCOPE}`);
  return (text) => {
    let state = INITIAL;
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1).flatMap(short),
      }));
    });
  };
}

function short(scopes: string): readonly string[] {
  return scopes.split(' ').map((scope) => scope.replace(/\.budget-disclosure$/, ''));
}
