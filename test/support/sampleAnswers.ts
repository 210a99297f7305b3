import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-protocol';
import { placeOf } from './marked.ts';
import { seedTexts } from './seeds.ts';

/** The sample that is read first, without its faults and its roundings: only what an edit adds shall count. */
export const GUIYANG = seedTexts('guiyang-2022').find(({ origin }) => origin === 'sample')?.text ?? '';

/** The errors among diagnostics. */
export function errors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error);
}

/** The range of the first `needle` behind the first `after`. */
export function rangeAt(text: string, after: string, needle: string): Range {
  const at = text.indexOf(needle, text.indexOf(after));
  const start = placeOf(text, text, at);
  return { start, end: { ...start, character: start.character + needle.length } };
}
