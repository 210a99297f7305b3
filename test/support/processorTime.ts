import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What reading one kind of text took. */
export interface GrowingTime {
  readonly name: string;
  /** Milliseconds of the processor for a text, and for one ten times as long. */
  readonly small: number;
  readonly large: number;
}

/** How often each length is read at most; the least of the times counts, for whatever disturbs only adds to it. */
const ATTEMPTS = 3;

/** Quadratic work takes a hundred times as long over ten times the text. */
const SLOW = 40;

/** Below a few milliseconds the clock is too coarse. */
const COARSE_MS = 8;

/** Ten times the text took so much longer that the work cannot be in proportion to it. */
export const isOutOfProportion = ({ small, large }: Omit<GrowingTime, 'name'>): boolean =>
  large > SLOW * Math.max(small, COARSE_MS);

/** Milliseconds of the processor, so that other programs do not count. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Prints, as JSON, what each kind of text took in two lengths. For programs of their own that run beside the tests and
 * not among them, because the garbage that two thousand tests leave behind is collected while the clock runs.
 *
 * @param texts each kind of text, by its length in some unit
 * @param size the smaller of the two lengths
 * @param prepare what is done with the text before the clock runs; returns the work that is timed
 */
export function printGrowingTimes(
  texts: Readonly<Record<string, (size: number) => string>>,
  size: number,
  prepare: (text: string) => () => void,
): void {
  const times = Object.entries(texts).map(([name, make]): GrowingTime => {
    const [shortText, longText] = [make(size), make(10 * size)];
    // Code that runs for the first time is slow, and would let the longer text be slow too.
    prepare(shortText)();
    let small = Number.POSITIVE_INFINITY;
    let large = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      small = Math.min(small, milliseconds(prepare(shortText)));
      large = Math.min(large, milliseconds(prepare(longText)));
      if (!isOutOfProportion({ small, large })) break;
    }
    return { name, small, large };
  });
  process.stdout.write(JSON.stringify(times));
}

/**
 * Runs such a program.
 *
 * @param program its name in this folder
 * @returns what it printed; throws when it fails or prints no time at all
 */
export function growingTimes(program: string): readonly GrowingTime[] {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const printed = execFileSync(process.execPath, ['--import=tsx', path], { encoding: 'utf8' });
  const times = JSON.parse(printed) as GrowingTime[];
  if (times.length === 0) throw new Error(`${program} timed nothing`);
  return times;
}
