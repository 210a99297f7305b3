/** Two texts are compared from where they have begun alike. */
export const SAME_BEGINNING = 6;
/** So many characters must follow alike behind one that sounds alike. */
const SAME_BEHIND = 2;
/** How much of the texts is told on either side of the difference. */
const SHOWN = 2;
/** Characters that change what is said, so that both texts may be meant; and small words that come and go. */
const MEANT = /[^\p{Script=Han}]|[一二三四五六七八九十百千万不未无非没上下本前后新的地得了等其各及和与、]/u;
/** Two spellings of one word. */
const SPELLINGS = [
  '的地得',
  '做作',
  '他它她',
  '帐账',
  '象像',
  '份分',
  '订定',
  '制致至',
  '以已',
  '须需',
  '和合',
];

/** Where two texts differ, with a little of what stands around it in each. */
export interface Difference {
  readonly first: string;
  readonly second: string;
  readonly kind: 'sound' | 'length';
}

/**
 * The one character in which two texts differ; undefined where they differ otherwise, or where both may be meant.
 *
 * @param soundAlike whether two characters may be typed for each other
 */
export function differenceOf(
  first: string,
  second: string,
  soundAlike: (a: string, b: string) => boolean,
): Difference | undefined {
  let at = 0;
  while (at < first.length && first.charAt(at) === second.charAt(at)) at++;
  const [a, b] = [first.charAt(at), second.charAt(at)];
  if (at < SAME_BEGINNING) return undefined;
  const told = (kind: Difference['kind'], firstEnd: number, secondEnd: number): Difference => ({
    first: first.slice(at - SHOWN, firstEnd + SHOWN),
    second: second.slice(at - SHOWN, secondEnd + SHOWN),
    kind,
  });
  const behind = [first.slice(at + 1), second.slice(at + 1)] as const;
  if (a !== '' && behind[0] === second.slice(at)) return isMeant(a) ? undefined : told('length', at + 1, at);
  if (b !== '' && behind[1] === first.slice(at)) return isMeant(b) ? undefined : told('length', at, at + 1);
  const isAlike = behind[0] === behind[1] || (behind[0].length >= SAME_BEHIND && sameStart(...behind));
  if (a === '' || b === '' || !isAlike || isMeant(a) || isMeant(b) || isSpelling(a, b)) return undefined;
  return soundAlike(a, b) ? told('sound', at + 1, at + 1) : undefined;
}

function sameStart(a: string, b: string): boolean {
  return a.slice(0, SAME_BEHIND) === b.slice(0, SAME_BEHIND);
}

function isMeant(char: string): boolean {
  return MEANT.test(char);
}

function isSpelling(a: string, b: string): boolean {
  return SPELLINGS.some((group) => group.includes(a) && group.includes(b));
}
