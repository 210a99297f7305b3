/** The table from characters to their two bytes, made by decoding every two-byte sequence of GB18030. */
const twoByteCodes = (() => {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (!codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return codes;
})();

/** A text in GB18030, which Node can read but not write. Only for characters of one or two bytes. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return code;
    const pair = twoByteCodes.get(character);
    if (!pair) throw new Error(`${character} has no two-byte code`);
    return [...pair];
  });
  return new Uint8Array(bytes);
}

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text in UTF-16, unit by unit, so that lone surrogates stay what they are. */
export function encodeUtf16(text: string, byteOrder: 'little-endian' | 'big-endian'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) {
    view.setUint16(i * 2, text.charCodeAt(i), byteOrder === 'little-endian');
  }
  return new Uint8Array(view.buffer);
}

/** Bytes that look random and are the same in every run (a linear congruential generator). */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 20_230_101;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
