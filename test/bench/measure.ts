import { Contestant, type Control, type Entry } from './contestant.ts';
import { type BenchDocument, budgetDocument, jsonDocument, otherDigit, replaceDigit } from './documents.ts';
import { planEdits, spread } from './edits.ts';
import { percentile } from './statistics.ts';

/** How to start the servers: arguments of Node. */
export interface Commands {
  readonly ours: readonly string[];
  readonly json: readonly string[];
}

/** In milliseconds; in a comparison, ours divided by json's. */
export interface Times {
  readonly firstOpen: number;
  readonly p50: number;
  readonly p95: number;
}

export interface SideResult extends Times {
  /** Length of the document in UTF-16 code units. */
  readonly characters: number;
  /** Diagnostics of the document as it was opened. */
  readonly diagnostics: number;
  /** The share of the measured edits after which the report was another one than before. */
  readonly telling: number;
}

export interface SizeResult {
  readonly lines: number;
  /** Measured cycles of each server. */
  readonly cycles: number;
  readonly ours: SideResult;
  readonly json: SideResult;
  readonly ratio: Times;
}

/** Cycles before the measured ones: what runs often is to be compiled by then, in both servers. */
const WARM_UP = 60;

/** How often a document is opened. Each time in a new process, since a first time comes only once. */
const OPENINGS = 3;

/** Not every figure of a disclosure stands in a sum. Among so many of them one that does must be found. */
const CONTROLS = 100;

/**
 * Measures both servers at one size. They take turns, so that whatever else the machine does meets both.
 *
 * @param cycles edits of each server that are measured; an even number, since half of them take back the others
 */
export async function measureSize(commands: Commands, lines: number, cycles: number): Promise<SizeResult> {
  const budget = budgetDocument(lines);
  const json = jsonDocument(lines, budget.text.length);
  const entries: readonly [Entry, Entry] = [
    { name: 'ours', command: commands.ours, document: budget, controls: digitControls(budget) },
    { name: 'json', command: commands.json, document: json, controls: [bracketControl(json)] },
  ];
  const earlier: [number, number][] = [];
  for (let opening = 1; opening < OPENINGS; opening++)
    earlier.push(await withBoth(entries, async (ours, theirs) => [ours.firstOpen, theirs.firstOpen]));
  return withBoth(entries, async (...contestants) => {
    for (const contestant of contestants) await contestant.prove();
    const times = await cycleByTurns(contestants, cycles);
    for (const contestant of contestants) await contestant.prove();
    const [ours, theirs] = both((side) => {
      const { firstOpen, diagnostics, document } = contestants[side];
      const opened = [...earlier.map((pair) => pair[side]), firstOpen];
      return {
        firstOpen: percentile(opened, 0.5),
        p50: percentile(times[side].milliseconds, 0.5),
        p95: percentile(times[side].milliseconds, 0.95),
        characters: document.text.length,
        diagnostics,
        telling: times[side].telling / cycles,
      };
    });
    return { lines, cycles, ours, json: theirs, ratio: ratioOf(ours, theirs) };
  });
}

/** What a side's measured edits came to. */
interface Cycles {
  readonly milliseconds: number[];
  telling: number;
}

/** A B A B …; both have the same number of edits, spread alike over their documents. */
async function cycleByTurns(
  contestants: readonly [Contestant, Contestant],
  cycles: number,
): Promise<readonly [Cycles, Cycles]> {
  const plans = both((side) => planEdits(contestants[side].document.digits, WARM_UP + cycles));
  const measured = both((): Cycles => ({ milliseconds: [], telling: 0 }));
  for (let cycle = 0; cycle < WARM_UP + cycles; cycle++) {
    for (const side of [0, 1] as const) {
      const edit = plans[side][cycle];
      if (!edit) throw new Error('an edit is missing from the plan');
      const { milliseconds, changed } = await contestants[side].cycle(edit);
      if (cycle < WARM_UP) continue;
      measured[side].milliseconds.push(milliseconds);
      if (changed) measured[side].telling++;
    }
  }
  return measured;
}

function withBoth<T>(
  [ours, json]: readonly [Entry, Entry],
  work: (ours: Contestant, json: Contestant) => Promise<T>,
): Promise<T> {
  return Contestant.during(ours, (a) => Contestant.during(json, (b) => work(a, b)));
}

function both<T>(make: (side: 0 | 1) => T): readonly [T, T] {
  return [make(0), make(1)];
}

function ratioOf(ours: Times, json: Times): Times {
  return {
    firstOpen: ours.firstOpen / json.firstOpen,
    p50: ours.p50 / json.p50,
    p95: ours.p95 / json.p95,
  };
}

/** A wrong digit, in one figure after the other. */
function digitControls({ digits }: BenchDocument): Control[] {
  return spread(digits)
    .slice(0, CONTROLS)
    .map((place) => ({
      line: place.line,
      breaks: replaceDigit(place, otherDigit(place)),
      mends: replaceDigit(place, place.digit),
    }));
}

/** The last bracket of all, of the wrong kind. */
function bracketControl({ text }: BenchDocument): Control {
  const line = text.split('\n').length - 1;
  const range = { start: { line, character: 0 }, end: { line, character: 1 } };
  return { line, breaks: { range, text: ']' }, mends: { range, text: '}' } };
}
