import { Position, Range, Uri, window, workspace } from 'vscode';
import { SECTION } from './configuration.ts';

/** A command that the server may put behind what it shows, such as the line above a table. */
export const GO_TO_COMMAND = `${SECTION}.goTo`;

/** Shows a place. The arguments are those of the protocol: a URI and a position as plain data. */
export async function goTo(
  uri: string,
  { line, character }: Pick<Position, 'line' | 'character'>,
): Promise<void> {
  const position = new Position(line, character);
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { selection: new Range(position, position) });
}
