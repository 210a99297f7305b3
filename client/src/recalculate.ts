import { commands, window } from 'vscode';
import { SECTION, words } from './configuration.ts';
import { isDisclosure } from './documents.ts';
import type { ServerControl } from './serverControl.ts';

/** Registered by the language client for the server, which takes a URI and a position. */
const SERVER_COMMAND = `${SECTION}.server.recalculateTable`;

/** Has the totals of the table under the cursor recalculated. The server shows the changes, or says why there are none. */
export async function recalculateTable(control: ServerControl): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isDisclosure(editor.document)) {
    void window.showInformationMessage(words().noEditor);
    return;
  }
  if (control.state !== 'running') {
    void window.showInformationMessage(words().notRunning);
    return;
  }
  const { line, character } = editor.selection.active;
  await commands.executeCommand(SERVER_COMMAND, editor.document.uri.toString(), { line, character });
}
