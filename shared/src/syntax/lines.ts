/**
 * Splits a text into lines as LSP does: at `\r\n`, `\n` and `\r`. Line ends are not part of the lines; a
 * byte order mark in front of the first line stays in it, as it does in an editor's document.
 */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
