import { type TextDocument, type Uri, workspace } from 'vscode';

/** The id of the language, as package.json contributes it. */
export const LANGUAGE_ID = 'budget-disclosure';

/** Where documents that a person edits come from. `git`, `output` and the like show text that is not theirs. */
export const SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** What the language features are offered for. */
export const DOCUMENT_SELECTOR = SCHEMES.map((scheme) => ({ language: LANGUAGE_ID, scheme }));

/** Whether the language features work in a document: it has the language, and a person edits it. */
export function isDisclosure(document: TextDocument): boolean {
  return document.languageId === LANGUAGE_ID && SCHEMES.includes(document.uri.scheme);
}

/** A document of a general language in which a disclosure may have been opened. */
export function isGeneralText(document: TextDocument): boolean {
  return (
    (document.languageId === 'plaintext' || document.languageId === 'markdown') &&
    SCHEMES.includes(document.uri.scheme)
  );
}

/** Whether some editor or tab still holds a disclosure, shown or not. */
export function someDisclosureIsOpen(): boolean {
  return workspace.textDocuments.some(isDisclosure);
}

/** The file's own name, as a person knows it. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
