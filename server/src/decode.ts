import { isUtf8 } from 'node:buffer';

/** The encodings in which disclosures are saved. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text and the encoding in which its bytes were written. */
export interface Decoded {
  /** Without the byte order mark, so that positions count as in an editor. */
  readonly text: string;
  readonly encoding: Encoding;
}

interface Mark {
  readonly encoding: Encoding;
  readonly bytes: readonly number[];
}

const BYTE_ORDER_MARKS: readonly Mark[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** How many bytes are looked at for UTF-16 without a mark. */
const SAMPLE_SIZE = 65_536;

/** One telling character in so many shows UTF-16; a page of Chinese has far more blanks, digits and line ends. */
const CHARACTERS_PER_TELLING_ONE = 64;

/** By how much one byte order must outweigh the other. */
const CLEAR_MAJORITY = 8;

/**
 * ASCII that in UTF-16 stands beside a zero byte and cannot be mistaken for the other byte order: swapped, each
 * is a character that no disclosure holds. `0` is left out (swapped it is the ideographic space), and so are the
 * letters (swapped, `N` is 一).
 */
const TELLING = new Set([...'\t\n\r ,.123456789'].map((character) => character.charCodeAt(0)));

/** A larger share of faulty characters among those beyond ASCII is another encoding, not damaged UTF-8. */
const BLEMISHED_SHARE = 0.05;

/**
 * Reads the bytes of a text file: by its byte order mark, else as UTF-16 where zero bytes show it, as UTF-8
 * where the bytes are that (or that with a few damaged places), and as GB18030 otherwise. Never throws for its
 * contents: what is no character in the encoding becomes U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const mark = BYTE_ORDER_MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) return decoded(bytes.subarray(mark.bytes.length), mark.encoding);
  return decoded(bytes, guessUtf16(bytes) ?? (isUtf8(bytes) || isDamagedUtf8(bytes) ? 'utf-8' : 'gb18030'));
}

function decoded(bytes: Uint8Array, encoding: Encoding): Decoded {
  // The mark is off already; a second one is text, as it is in an editor.
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE_SIZE);
  if (!sample.includes(0)) return undefined;
  let littleEndian = 0;
  let bigEndian = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const first = sample[i] ?? 0;
    const second = sample[i + 1] ?? 0;
    if (second === 0 && TELLING.has(first)) littleEndian++;
    else if (first === 0 && TELLING.has(second)) bigEndian++;
  }
  const more = Math.max(littleEndian, bigEndian);
  const fewer = Math.min(littleEndian, bigEndian);
  const tells = more * CHARACTERS_PER_TELLING_ONE >= sample.length / 2;
  if (!tells || more <= fewer * CLEAR_MAJORITY) return undefined;
  return littleEndian > bigEndian ? 'utf-16le' : 'utf-16be';
}

/** Whether the bytes, which are not valid UTF-8, nevertheless read well as UTF-8 nearly throughout. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const { text } = decoded(bytes, 'utf-8');
  let beyondAscii = 0;
  let faulty = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    beyondAscii++;
    if (unit === 0xfffd) faulty++;
  }
  return faulty <= beyondAscii * BLEMISHED_SHARE;
}
