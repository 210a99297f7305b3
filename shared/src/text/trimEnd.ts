/**
 * A text without the characters at its end that a pattern of one character fits. A pattern as `[\s;]+$` would look at
 * every run of them in the text, and at a long one again from each of its characters.
 */
export function trimEndOf(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
