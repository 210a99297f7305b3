/** A text as it is written in a snippet to stand for itself. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A stop of the cursor to choose from; one choice is a stop with a text of its own. */
export function snippetChoice(stop: number, choices: readonly string[]): string {
  if (choices.length < 2) return snippetText(choices[0] ?? '');
  return `\${${stop}|${choices.map((each) => each.replace(/[\\$}|,]/g, '\\$&')).join(',')}|}`;
}
