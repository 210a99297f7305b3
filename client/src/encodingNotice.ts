import { commands, FileType, type TextDocument, type Uri, window, workspace } from 'vscode';
import { LINES_LOOKED_AT, looksLikeDisclosure } from '#core/looksLikeDisclosure.ts';
import { words } from './configuration.ts';
import { fileName, isDisclosure, isGeneralText } from './documents.ts';
import { AMOUNT_LOOKED_AT, looksMisread, readAsGb18030 } from './encoding.ts';

const GB18030 = 'gb18030';

/** Enough lines to judge the encoding without copying the whole of a large document. */
const LINES_JUDGED = 400;

/**
 * Tells the user, once a document, that a file was read in the wrong encoding, and offers to read it again.
 * A plain text or Markdown file is spoken of only when it turns out to be a disclosure.
 */
export class EncodingNotice {
  readonly #told = new Set<string>();

  async consider(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    if (this.#told.has(uri) || document.isUntitled || document.encoding === GB18030) return;
    if (!isDisclosure(document) && !isGeneralText(document)) return;
    if (!looksMisread(beginning(document), document.encoding)) return;
    const text = readAsGb18030(await beginningOfFile(document.uri));
    if (text === undefined || this.#told.has(uri)) return;
    if (!isDisclosure(document) && !looksLikeDisclosure(text.split(/\r?\n/, LINES_LOOKED_AT))) return;
    this.#told.add(uri);
    await offerReopening(document);
  }
}

async function offerReopening(document: TextDocument): Promise<void> {
  const { misread, reopenAsGb18030, chooseEncoding, ignore } = words();
  const answer = await window.showWarningMessage(
    misread(fileName(document.uri)),
    reopenAsGb18030,
    chooseEncoding,
    ignore,
  );
  if (answer === reopenAsGb18030) await reopen(document);
  else if (answer === chooseEncoding) await letChoose(document);
}

/** The editor refuses to reopen a document with unsaved changes; its own list then shows what can be done. */
async function reopen(document: TextDocument): Promise<void> {
  if (document.isDirty) {
    void window.showWarningMessage(words().saveFirst);
    await letChoose(document);
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument(document.uri, { encoding: GB18030 }));
}

async function letChoose(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.editor.changeEncoding');
}

function beginning(document: TextDocument): string {
  let text = '';
  const lines = Math.min(document.lineCount, LINES_JUDGED);
  for (let line = 0; line < lines && text.length < AMOUNT_LOOKED_AT; line++) {
    text += document.lineAt(line).text.slice(0, AMOUNT_LOOKED_AT);
  }
  return text;
}

/** The bytes on disk, or none when the file cannot be read: then there is nothing to say. */
async function beginningOfFile(uri: Uri): Promise<Uint8Array> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return type & FileType.File ? await workspace.fs.readFile(uri) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
