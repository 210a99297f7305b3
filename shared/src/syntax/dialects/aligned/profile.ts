import { CODE_OR_NUMBER, WHOLE_CODE } from '../../../text/codeShape.ts';
import type { PlacedAtom } from './ruler.ts';

const CLASS_LENGTH = 3;
/** So many codes below others are no amounts that begin alike by chance. */
const MIN_LOWER = 4;
const AMOUNT = /[.,%]/;
/** An atom so far from a column could as well belong to any other. */
const FAR = 10;
const STRANGE = 1.5;

/** What is known of a column from the atoms that were put into it. */
export class Profile {
  #count = 0;
  #words = 0;
  #figures = 0;
  #codes = 0;
  #amounts = 0;
  /** How many codes of each length, and which there are. */
  readonly #levels = new Map<number, number>();
  readonly #levelCodes = new Set<string>();
  #length = 0;
  #dashes = 0;
  readonly #dashLefts = new Set<number>();
  #dashRight = 0;
  /** Where the first of its words and figures begins. */
  #ownLeft = Number.POSITIVE_INFINITY;
  #left = Number.POSITIVE_INFINITY;
  #right = 0;
  /** How many atoms stand over each place, and the sums of these counts, made when first needed. */
  readonly #cover: number[] = [];
  #sums: number[] | undefined;

  add({ atom, left, right }: PlacedAtom): void {
    this.#count++;
    this.#length += right - left;
    this.#left = Math.min(this.#left, left);
    this.#right = Math.max(this.#right, right);
    for (let at = left; at < right; at++) this.#cover[at] = (this.#cover[at] ?? 0) + 1;
    this.#sums = undefined;
    if (atom.kind === 'mark') {
      this.#dashes++;
      this.#dashLefts.add(left);
      this.#dashRight = Math.max(this.#dashRight, right);
    } else this.#ownLeft = Math.min(this.#ownLeft, left);
    if (atom.kind === 'word') this.#words++;
    if (atom.kind !== 'figure') return;
    this.#figures++;
    if (CODE_OR_NUMBER.test(atom.text)) this.#codes++;
    if (AMOUNT.test(atom.text)) this.#amounts++;
    // No amounts are all as long as each other, as codes of one level are.
    if (!WHOLE_CODE.test(atom.text)) return;
    this.#addLevel(atom.text.length, 1);
    this.#levelCodes.add(atom.text);
  }

  #addLevel(length: number, count: number): void {
    this.#levels.set(length, (this.#levels.get(length) ?? 0) + count);
  }

  /** Takes over all atoms of another column. */
  absorb(other: Profile): void {
    this.#count += other.#count;
    this.#words += other.#words;
    this.#figures += other.#figures;
    this.#codes += other.#codes;
    this.#amounts += other.#amounts;
    this.#length += other.#length;
    this.#dashes += other.#dashes;
    for (const left of other.#dashLefts) this.#dashLefts.add(left);
    this.#dashRight = Math.max(this.#dashRight, other.#dashRight);
    this.#ownLeft = Math.min(this.#ownLeft, other.#ownLeft);
    for (const [length, count] of other.#levels) this.#addLevel(length, count);
    for (const code of other.#levelCodes) this.#levelCodes.add(code);
    this.#left = Math.min(this.#left, other.#left);
    this.#right = Math.max(this.#right, other.#right);
    other.#cover.forEach((count, at) => {
      this.#cover[at] = (this.#cover[at] ?? 0) + count;
    });
    this.#sums = undefined;
  }

  get count(): number {
    return this.#count;
  }

  /** The stretch in which any atom stands. */
  get left(): number {
    return this.#left;
  }

  get right(): number {
    return this.#right;
  }

  get isText(): boolean {
    return this.#words > this.#figures;
  }

  /** Whether words stand in it, if only among figures: a total, or a name that stands in the column of codes. */
  get hasWords(): boolean {
    return this.#words > 0;
  }

  get isCode(): boolean {
    return !this.isText && this.#amounts === 0 && this.#codes > 0.8 * this.#figures;
  }

  /** Whether it can be nothing but codes, of one level or of several, even behind a column of names. */
  get isLevel(): boolean {
    return this.isCode && (this.#hasOneLevel() || this.#isTree());
  }

  #hasOneLevel(): boolean {
    // A total stands in several rows; a code behind names seldom does.
    if (this.#figures > 1 && this.#levelCodes.size === 1) return false;
    return [...this.#levels.values()].some((count) => count === this.#figures);
  }

  /** Whether there are codes of several levels and nothing else, most of the longer ones below others of the column. */
  #isTree(): boolean {
    const count = [...this.#levels.values()].reduce((sum, of) => sum + of, 0);
    const longer = [...this.#levelCodes].filter((code) => code.length > CLASS_LENGTH);
    const lower = longer.filter((code) => this.#levelCodes.has(code.slice(0, -2)));
    return count === this.#figures && lower.length >= Math.max(MIN_LOWER, longer.length / 2);
  }

  /** Whether its atoms hang together: between any two of them others stand below or above both. */
  get isWhole(): boolean {
    return this.#hangsTogetherFrom(this.#left);
  }

  /** How many dashes stand at its left, where words would, all at one place, and figures that hang together behind them. */
  get dashesInFront(): number {
    const areInFront = this.#dashLefts.size === 1 && this.#dashRight <= this.#ownLeft;
    return areInFront && this.#hangsTogetherFrom(this.#ownLeft) ? this.#dashes : 0;
  }

  #hangsTogetherFrom(left: number): boolean {
    for (let at = left; at < this.#right; at++) if (this.#cover[at] === undefined) return false;
    return true;
  }

  /** Blanks between an atom and the column; negative where they overlap. */
  distance({ left, right }: PlacedAtom): number {
    return Math.max(this.#left - right, left - this.#right);
  }

  /** From 1, where an atom stands just where the others do, to -1 far from them. */
  fit(placed: PlacedAtom): number {
    const { left, right } = placed;
    const distance = this.distance(placed);
    if (distance >= 0) return -Math.min(1, (distance + 1) / FAR);
    const sums = this.#coverSums();
    const covered = (sums[Math.min(right, this.#right)] ?? 0) - (sums[Math.max(left, this.#left)] ?? 0);
    return Math.min(1, covered / this.#count / Math.min(right - left, this.#length / this.#count));
  }

  /** Positive where an atom is not of the kind of the others. */
  strangeness({ atom }: PlacedAtom): number {
    if (atom.kind === 'mark' || (atom.kind === 'word' && this.isText)) return 0;
    const fits = atom.kind === 'figure' && !this.isText && !(this.isCode && AMOUNT.test(atom.text));
    return fits ? 0 : STRANGE;
  }

  #coverSums(): readonly number[] {
    if (this.#sums) return this.#sums;
    const sums: number[] = [];
    let sum = 0;
    for (let at = this.#left; at <= this.#right; at++) {
      sums[at] = sum;
      sum += this.#cover[at] ?? 0;
    }
    this.#sums = sums;
    return sums;
  }
}
