const MAX_FRAME = 8;
const MAX_PIECES = 14;

/**
 * Whether a half-width line is what a scanner saw in a frame: signs with no words and no figures among them, and no dashes
 * or stars, which stand for such; a sign with pieces of figures behind it, or two characters with half a bracket.
 */
export function isFrame(half: string): boolean {
  const signs = half.trim();
  if (/^[一-鿿]{2} ?\([一-鿿]$/.test(signs)) return true;
  if (signs.length <= MAX_PIECES && /^[=/\\|_~<>][\d/.,_=| ]+$/.test(signs))
    return signs.split(' ').length > 2;
  return signs !== '' && signs.length <= MAX_FRAME && !/[一-鿿\d*—-]/.test(signs);
}

/** Whether a half-width line is what OCR made of a frame. Two letters, and characters in front of a bracket, may be of a name. */
export function areSigns(half: string): boolean {
  return isFrame(half) && !/[a-z]{2}|[一-鿿]\(/i.test(half);
}
