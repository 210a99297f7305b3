import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import type { ClientSupport } from '#server/clientSupport.ts';
import { completionAt } from '#server/features/completion.ts';
import { analysisOf, applyEdits, featureContext } from './features.ts';
import { marked } from './marked.ts';

/** A completion list as an editor works with it. */
export interface Completions {
  readonly list: CompletionList;
  /** In the order an editor shows them before anything is typed on. */
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The text after the item with this label is accepted; with several, the first. */
  accept(label: string): string;
}

/** Asks for completion at the cursor mark. Fails where an item could not be shown or accepted in VS Code. */
export function completionsAt(textWithCursor: string, client: Partial<ClientSupport> = {}): Completions {
  const { text, position } = marked(textWithCursor);
  const list = completionAt(analysisOf(text), position, featureContext(client));
  const items = [...list.items].sort((a, b) => compare(a.sortText ?? a.label, b.sortText ?? b.label));
  for (const item of items) {
    const { range } = editOf(item);
    const line = text.split('\n')[position.line] ?? '';
    const typed = line.slice(range.start.character, position.character);
    const isAround =
      range.start.line === position.line &&
      range.end.line === position.line &&
      range.start.character <= position.character &&
      position.character <= range.end.character;
    if (!isAround) throw new Error(`${item.label}: the edit is not around the cursor`);
    if (!isSubsequence(typed, item.filterText ?? item.label)) {
      throw new Error(`${item.label}: “${typed}” would filter it out`);
    }
  }
  return {
    list,
    items,
    labels: items.map((item) => item.label),
    accept: (label) => {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`${label} is not offered: ${items.map((each) => each.label).join(', ')}`);
      return applyEdits(text, [editOf(item), ...(item.additionalTextEdits ?? [])]);
    },
  };
}

/** The edit of an item. This server writes no other kind. */
export function editOf(item: CompletionItem): TextEdit {
  if (!item.textEdit || !('range' in item.textEdit)) throw new Error(`${item.label} has no plain edit`);
  return item.textEdit;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isSubsequence(typed: string, text: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = text.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}
