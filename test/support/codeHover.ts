import assert from 'node:assert/strict';
import { type Hover, MarkupContent } from 'vscode-languageserver';
import { hoverAt } from '#server/features/hover.ts';
import { analysisOf, featureContext } from './features.ts';
import { marked } from './marked.ts';

/** What is shown for the place under the cursor mark. */
export function hover(
  textWithCursor: string,
  markdown = true,
  language: 'zh-cn' | 'en' = 'zh-cn',
): Hover | null {
  const { text, position } = marked(textWithCursor);
  return hoverAt(analysisOf(text), position, featureContext({ markdownHover: markdown }, language));
}

/** Its text. */
export function words(found: Hover | null): string {
  assert.ok(found, 'nothing is shown');
  assert.ok(MarkupContent.is(found.contents));
  return found.contents.value;
}

/** The first line of what is shown, or nothing. */
export function heading(textWithCursor: string): string | undefined {
  const found = hover(textWithCursor);
  return found ? words(found).split('\n')[0] : undefined;
}
