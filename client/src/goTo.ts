import { Position, Range, Uri, window, workspace } from 'vscode';

/** Shows a place that the server put behind what it shows, such as the line above a table. The arguments are those of the protocol: a URI and a position as plain data. */
export async function goTo(
  uri: string,
  { line, character }: Pick<Position, 'line' | 'character'>,
): Promise<void> {
  const position = new Position(line, character);
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { selection: new Range(position, position) });
}
