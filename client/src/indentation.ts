import { type TextDocument, type TextEditor, workspace } from 'vscode';
import { isDisclosure } from './documents.ts';

const settled = new WeakSet<TextDocument>();

/**
 * Makes the Tab key write a tab, which is what parts the cells of a table. The editor settles how a file is
 * indented when it opens it; for files that are open before extensions are known, as after a restart, it does so
 * without this language's defaults, and Tab would write spaces. Done once a document, so that a choice made in
 * the status bar stays, and not where the user's own settings ask for detection.
 */
export function settleIndentation(editor: TextEditor): void {
  const { document } = editor;
  if (!isDisclosure(document) || settled.has(document)) return;
  settled.add(document);
  const settings = workspace.getConfiguration('editor', document);
  if (settings.get('detectIndentation', true)) return;
  editor.options = {
    insertSpaces: settings.get('insertSpaces', false),
    tabSize: settings.get('tabSize', 4),
  };
}
