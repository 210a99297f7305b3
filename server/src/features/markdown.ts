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
