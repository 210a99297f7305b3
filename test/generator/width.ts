/** How many columns of a terminal a text takes: two for Chinese and full-width characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

function isWide(code: number): boolean {
  return code >= 0x1100 && (code < 0x2000 || code >= 0x2e80) && !(code >= 0xff61 && code <= 0xffdc);
}
