/** How much of a file is looked at, in UTF-16 units of its text or in bytes. */
export const AMOUNT_LOOKED_AT = 65_536;

/** Below this many replacement characters a file has a blemish, not the wrong encoding. */
const FEWEST_REPLACEMENTS = 4;

/** Chinese in GB18030 read as UTF-8 becomes replacement characters nearly throughout. */
const SHARE_OF_REPLACEMENTS = 0.3;

/** Smaller Chinese encodings, which the editor guesses for GB18030 and which lack its rarer characters. */
const PARTS_OF_GB18030: readonly string[] = ['gb2312', 'gbk'];

/**
 * Whether a text shows that its bytes were read in the wrong encoding: a large share of its characters beyond
 * ASCII are U+FFFD, as when a GB18030 file is read as UTF-8, or any of them is after reading as GB2312 or GBK.
 *
 * @param encoding The encoding the text was read in, as the editor names it.
 */
export function looksMisread(text: string, encoding: string): boolean {
  let replacements = 0;
  let beyondAscii = 0;
  const end = Math.min(text.length, AMOUNT_LOOKED_AT);
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    beyondAscii++;
    if (unit === 0xfffd) replacements++;
  }
  if (PARTS_OF_GB18030.includes(encoding)) return replacements > 0;
  return replacements >= FEWEST_REPLACEMENTS && replacements >= beyondAscii * SHARE_OF_REPLACEMENTS;
}

/**
 * The beginning of a file read as GB18030, or undefined when its bytes cannot be that (or this runtime cannot
 * read it). A character cut off at the end of the part that is read does not count against it.
 */
export function readAsGb18030(bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    return decoder.decode(bytes.subarray(0, AMOUNT_LOOKED_AT), { stream: true });
  } catch {
    return undefined;
  }
}
