import {
  commands,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { GO_TO_COMMAND, SECTION } from '#core/protocol.ts';
import { words } from './configuration.ts';
import { isDisclosure, someDisclosureIsOpen } from './documents.ts';
import { EncodingNotice } from './encodingNotice.ts';
import { goTo } from './goTo.ts';
import { settleIndentation } from './indentation.ts';
import { LanguageOffer } from './languageOffer.ts';
import { lookUpCode } from './lookUp.ts';
import { recalculateTable } from './recalculate.ts';
import { ServerControl } from './serverControl.ts';
import { Status } from './status.ts';

/** Text that arrives at once in at least this length may turn a document into a disclosure, as a paste does. */
const LONG_INSERTION = 200;

let server: ServerControl | undefined;

/** Also runs for plain text and Markdown, only to look at them: nothing heavy may be loaded or done here. */
export function activate(context: ExtensionContext): void {
  const control = new ServerControl(context);
  server = control;
  const offer = new LanguageOffer(context.workspaceState);
  const encodingNotice = new EncodingNotice();

  const inBackground = (task: Promise<void>): void => {
    task.catch((error: unknown) => control.log.error(error instanceof Error ? error : String(error)));
  };
  const consider = (document: TextDocument): void => {
    inBackground(offer.consider(document));
    inBackground(encodingNotice.consider(document));
  };
  const onShown = (editor: TextEditor): void => {
    settleIndentation(editor);
    consider(editor.document);
  };
  // A change of language is reported as opening, too, of a document that is already shown.
  const onOpened = (document: TextDocument): void => {
    if (isDisclosure(document)) startChecking();
    window.visibleTextEditors.filter((editor) => editor.document === document).forEach(onShown);
  };
  // The server may run already, for a look-up of codes, when the first disclosure comes.
  let status: Status | undefined;
  const startChecking = (): void => {
    if (!status) {
      status = new Status(control);
      context.subscriptions.push(status);
    }
    control.ensureStarted();
  };

  context.subscriptions.push(
    control,
    offer,
    workspace.onDidOpenTextDocument(onOpened),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document !== window.activeTextEditor?.document) return;
      if (contentChanges.some(({ text }) => text.length >= LONG_INSERTION)) consider(document);
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined) onShown(editor);
    }),
    commands.registerCommand(`${SECTION}.setLanguage`, async () => {
      const document = window.activeTextEditor?.document;
      if (document === undefined) void window.showInformationMessage(words().noEditor);
      else await offer.accept(document);
    }),
    commands.registerCommand(GO_TO_COMMAND, goTo),
    commands.registerCommand(`${SECTION}.lookUpCode`, () => lookUpCode(control)),
    commands.registerCommand(`${SECTION}.recalculateTable`, () => recalculateTable(control)),
    commands.registerCommand(`${SECTION}.restartServer`, () => control.restart()),
    commands.registerCommand(`${SECTION}.showOutput`, () => control.log.show()),
  );

  if (someDisclosureIsOpen()) startChecking();
  window.visibleTextEditors.forEach(onShown);
}

/** Gives the server time to end by itself. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
