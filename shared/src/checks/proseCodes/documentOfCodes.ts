/** What the codes of sentences are held against. */
export interface DocumentOfCodes {
  /** The document's year. */
  readonly year: number | undefined;
  /** The codes of its tables. */
  readonly codes: ReadonlySet<string>;
}

/** Whether sentences mean the same in two versions of a document. */
export function isSameDocumentOfCodes(a: DocumentOfCodes, b: DocumentOfCodes): boolean {
  if (a.year !== b.year || a.codes.size !== b.codes.size) return false;
  for (const code of a.codes) if (!b.codes.has(code)) return false;
  return true;
}
