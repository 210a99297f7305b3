import type { Finding } from '#core/findings.ts';
import type { DialectName } from '../../generator/dialects/dialect.ts';
import expected from '../../truth/errors.json';
import { SEEDS, type SeedText, seedTexts } from '../seeds.ts';
import { DIALECT_NAMES, generatedDocuments } from './generated.ts';
import { cellAt, holds, printedIn, type SumDocument, type Term } from './listedSum.ts';
import { lastDigitFaults, type Population, populationOf } from './population.ts';
import { type Analyser, analyserFor } from './problems.ts';
import { SHAPE_NAMES, type ShapeName, shapedFaults } from './shapes.ts';
import { judgeShape, type ShapeVerdict } from './shapeVerdict.ts';
import {
  isOf,
  type KnownFault,
  type ListedDocument,
  listedDocument,
  measurable,
  readSums,
} from './sumsFile.ts';
import type { Trial } from './tally.ts';
import { type Baseline, baselineOf, judge, speaksOf } from './verdict.ts';

/** How much is tried. */
export interface Extent {
  /** How many of the pairs of a document: 1 is all. */
  readonly share: number;
  /** How many faults of each shape, and of the last digit, a document. */
  readonly shapes: number;
}

/** A document with all that was tried with it. */
export interface Measured {
  readonly document: SumDocument;
  readonly baseline: Baseline;
  readonly population: Population;
  readonly trials: readonly Trial[];
  readonly lastDigits: readonly Trial[];
  readonly shapes: readonly { readonly shape: ShapeName; readonly verdict: ShapeVerdict }[];
}

/** An error or a warning in a document as it stands. */
export interface Alarm {
  readonly document: string;
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
}

/** A sample, or the raw file it was made from, with what was tried with it. */
export interface MeasuredSeed extends Measured {
  readonly seed: SeedText;
  readonly listed: ListedDocument;
  /** Errors and warnings in the document as it stands that test/truth/errors.json does not have. */
  readonly falseAlarms: readonly Alarm[];
  /** Of the faults that the list of sums knows of: those that an error speaks of, and the words of the others. */
  readonly knownFound: number;
  readonly knownMissed: readonly string[];
}

/** Generated documents written in one dialect, and what became of the faults in them. */
export interface MeasuredDialect {
  readonly dialect: DialectName;
  readonly documents: readonly Measured[];
}

/** The raw files, or the samples where no folder of raw files is named: never both, they have the same tables. */
export function measuredTexts(): SeedText[] {
  const texts = seedTexts();
  return SEEDS.flatMap((file) => {
    const same = texts.filter(({ name }) => file.startsWith(name));
    return same.find(({ origin }) => origin === 'raw') ?? same[0] ?? [];
  });
}

/** Tries faults in a seed, and holds what is said of it as it stands against what is known of it. */
export function measureSeed(seed: SeedText, extent: Extent): MeasuredSeed {
  const listed = listedDocument(seed.name, seed.text, readSums(seed.name));
  const measured = measure(measurable(listed), extent);
  const missed = listed.file.known.filter((fault) => !isReported(listed, fault, measured.baseline));
  return {
    ...measured,
    ...{ seed, listed },
    falseAlarms: alarmsIn(measured.baseline).filter((alarm) => !isExpected(alarm)),
    knownFound: listed.file.known.length - missed.length,
    knownMissed: missed.map(({ sums, why }) => `${sums.join(', ')}: ${why}`),
  };
}

/** Errors and warnings in correct documents: all of them are false. */
export function alarmsInGenerated(dialect: DialectName, documents: number): Alarm[] {
  return generatedDocuments(dialect, documents).flatMap((document) =>
    alarmsIn(baselineOf(document, (text) => analyserFor(text)(text))).map((alarm) => ({
      ...alarm,
      document: `${document.name} (${document.rounding})`,
    })),
  );
}

function alarmsIn({ document, findings }: Baseline): Alarm[] {
  return findings.flatMap(({ rule, severity, range }) =>
    severity === 'error' || severity === 'warning'
      ? [{ document: document.name, rule, line: range.start.line + 1 }]
      : [],
  );
}

function isExpected({ document, rule, line }: Alarm): boolean {
  const known = Object.entries(expected).find(([name]) => name === document)?.[1] ?? [];
  return typeof known !== 'string' && known.some((error) => error.line === line && error.rule === rule);
}

/** Whether an error in the document as it stands speaks of the total and of an addend of a sum that a known fault breaks. */
function isReported(listed: ListedDocument, fault: KnownFault, { findings }: Baseline): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const speaks = (finding: Finding, { cell }: Term) => speaksOf(finding, cellAt(listed, cell));
  return listed.sums
    .filter((sum) => isOf(fault, sum) && !holds(sum, printedIn(listed)))
    .some(({ total, addends }) =>
      errors.some((error) => speaks(error, total) && addends.some((addend) => speaks(error, addend))),
    );
}

/** Tries faults in so many generated documents of each dialect. */
export function measureDialects(documents: number, extent: Extent): MeasuredDialect[] {
  return DIALECT_NAMES.map((dialect) => ({
    dialect,
    documents: generatedDocuments(dialect, documents).map((document) => measure(document, extent)),
  }));
}

function measure(document: SumDocument, { share, shapes }: Extent): Measured {
  const analyser: Analyser = analyserFor(document.text);
  const baseline = baselineOf(document, analyser);
  const population = populationOf(document, share);
  const tried = (fault: Trial['fault']): Trial => ({ fault, verdict: judge(baseline, fault) });
  return {
    ...{ document, baseline, population },
    trials: population.faults.map(tried),
    lastDigits: lastDigitFaults(document, shapes).map(tried),
    shapes: SHAPE_NAMES.flatMap((shape) =>
      shapedFaults(document, population.faults, shape, shapes).map((fault) => ({
        shape,
        verdict: judgeShape(baseline, fault),
      })),
    ),
  };
}
