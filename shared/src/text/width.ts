/**
 * Maps full-width forms, ideographic and no-break spaces to their half-width twins. Every character maps to
 * exactly one UTF-16 unit, so offsets in the result are offsets in the input.
 */
export function toHalfWidth(text: string): string {
  let changed = false;
  for (let i = 0; i < text.length; i++) {
    if (halfWidthUnit(text.charCodeAt(i)) !== text.charCodeAt(i)) {
      changed = true;
      break;
    }
  }
  if (!changed) return text;
  let result = '';
  for (let i = 0; i < text.length; i++) result += String.fromCharCode(halfWidthUnit(text.charCodeAt(i)));
  return result;
}

function halfWidthUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  if (unit === 0x3000 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f) return 0x20;
  if (unit === 0x2212 || unit === 0x2013 || unit === 0xfe63) return 0x2d;
  return unit;
}

/** Most labels have nothing to take out, and looking once is quicker than replacing twice. */
const LOOSE = /[\s*_#<]/;

/** A label as it is compared: half-width, without spaces, Markdown emphasis and inline tags. */
export function compactLabel(text: string): string {
  const label = toHalfWidth(text);
  if (!LOOSE.test(label)) return label;
  return label.replace(/<\/?[a-zA-Z][a-zA-Z0-9]{0,7}(?:\s[^<>]{0,240})?\/?>/g, '').replace(/[\s*_#]+/g, '');
}

/** Whether a character takes two columns: ideographs, kana, full-width forms. Halves of pairs take one each. */
export function isWide(unit: number): boolean {
  return (
    (unit >= 0x1100 && unit <= 0x115f) ||
    (unit >= 0x2e80 && unit <= 0xa4cf) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe6f) ||
    (unit >= 0xff00 && unit <= 0xff60) ||
    (unit >= 0xffe0 && unit <= 0xffe6)
  );
}

/** How many columns of a screen a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += isWide(text.charCodeAt(at)) ? 2 : 1;
  return width;
}
