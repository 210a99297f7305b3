import { commands, window } from 'vscode';
import { RECALCULATE_COMMAND } from '#core/protocol.ts';
import { words } from './configuration.ts';
import { isDisclosure } from './documents.ts';
import type { ServerControl } from './serverControl.ts';

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
  // Registered by the language client for the server.
  await commands.executeCommand(RECALCULATE_COMMAND, editor.document.uri.toString(), { line, character });
}
