import type { DialectName } from '../../generator/dialects/dialect.ts';
import { SEEDS, type SeedText, seedTexts } from '../seeds.ts';
import { DIALECT_NAMES, generatedDocuments } from './generated.ts';
import type { SumDocument } from './listedSum.ts';
import { lastDigitFaults, type Population, populationOf } from './population.ts';
import { type Analyser, analyserFor } from './problems.ts';
import { SHAPE_NAMES, type ShapeName, shapedFaults } from './shapes.ts';
import { judgeShape, type ShapeVerdict } from './shapeVerdict.ts';
import { type ListedDocument, listedDocument, measurable, readSums } from './sumsFile.ts';
import type { Trial } from './tally.ts';
import { type Baseline, baselineOf, judge } from './verdict.ts';

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

/** A sample, or the raw file it was made from, with what was tried with it. */
export interface MeasuredSeed extends Measured {
  readonly seed: SeedText;
  readonly listed: ListedDocument;
}

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

export function measureSeed(seed: SeedText, extent: Extent): MeasuredSeed {
  const listed = listedDocument(seed.name, seed.text, readSums(seed.name));
  return { ...measure(measurable(listed), extent), seed, listed };
}

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
  const tried = (fault: Trial['fault']): Trial[] => {
    const cell = document.cells[fault.cell];
    return cell === undefined ? [] : [{ fault, verdict: judge(baseline, cell, fault.wrongText) }];
  };
  return {
    ...{ document, baseline, population },
    trials: population.faults.flatMap(tried),
    lastDigits: lastDigitFaults(document, shapes).flatMap(tried),
    shapes: SHAPE_NAMES.flatMap((shape) =>
      shapedFaults(document, population.faults, shape, shapes).map((fault) => ({
        shape,
        verdict: judgeShape(baseline, fault),
      })),
    ),
  };
}
