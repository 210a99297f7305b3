import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/**
 * A text as it must be written in Markdown to be shown as it stands: catalogues may be extended by users, and
 * labels come out of documents. Line breaks become blanks, so that the text stays in its paragraph.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>~|#&!$]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** A part of a text that is shown as Markdown or, to clients without it, as it stands. */
export type TextBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly heading?: string };

/** Puts blocks together; empty ones are left out. Nothing in them is taken for Markdown. */
export function markupOf(blocks: readonly TextBlock[], markdown: boolean): MarkupContent {
  const write = markdown ? escapeMarkdown : (text: string) => text;
  const texts = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return markdown ? `### ${write(block.text)}` : block.text;
      case 'lines':
        return block.lines.map(write).join(markdown ? '  \n' : '\n');
      default: {
        const items = block.items.map((item) => `- ${write(item)}`).join('\n');
        return block.heading !== undefined && items !== '' ? `${write(block.heading)}\n\n${items}` : items;
      }
    }
  });
  return {
    kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: texts.filter((text) => text !== '').join('\n\n'),
  };
}
