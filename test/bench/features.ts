// What the editor waits for when it asks about codes, without the protocol: npx tsx test/bench/features.ts [lines]
//
// Each question comes after an edit of a digit, as it does while somebody types; reading the edited text is not
// part of the time, what a feature works out for the first time is. Prints p50, p95 and the aims; the time of
// the processor beside them tells a slow feature from a busy machine.
import { loadavg } from 'node:os';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionAt } from '../../server/src/features/completion.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { type Analysis, analyse } from '../../shared/src/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '../../shared/src/catalogue/data.ts';
import type { Indicator, Indicators } from '../../shared/src/catalogue/indicators.ts';
import { DEFAULT_SETTINGS } from '../../shared/src/settings.ts';
import type { Position } from '../../shared/src/text/range.ts';
import { featureContext } from '../support/features.ts';
import { budgetDocument } from './documents.ts';
import { percentile } from './statistics.ts';

/** Makes the question that is timed. */
type Prepare = (analysis: Analysis, position: Position) => () => unknown;

const ROUNDS = 300;
const WARM_UP = 60;

const lineCount = Number(process.argv[2] ?? 5000);
const { text, digits } = budgetDocument(lineCount);
const indicators = indicatorsOf(5000);
const context = { ...featureContext(), indicators };
const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** The codes of the document's tables. */
const codes = places(/^(?:\| )?(20\d{5})(?=\t| \|)/);
/** Ends of whole codes in the first cell, where the next digits would be typed. */
const ends = codes.map(({ line, character }) => ({ line, character: character + 4 }));

measure('hover on a code', 2, codes, (analysis, position) => () => hoverAt(analysis, position, context));
measure(
  'completion behind digits',
  10,
  ends,
  (analysis, position) => () => completionAt(analysis, position, context),
);
measure('completion by pinyin, in a row of its own', 10, codes, typed('xzyx'));
measure('completion by pinyin, in a sentence', 10, codes, typed('用于。zfgjj'));
const names = rowsBelowHeadings();
measure(`completion of indicators, ${indicators.all.length} names`, 10, names, typed('\t\t\t'));
measure('completion of indicators by a word', 10, names, typed('\t\t\t满意'));
measure('completion of indicators by pinyin', 10, names, typed('\t\t\tmyd'));
console.log(`${lineCount} lines; load ${loadavg()[0]?.toFixed(1)}`);

/** A question behind a word that is typed in a new line above the place; the typing is not part of the time. */
function typed(word: string): Prepare {
  return (analysis, { line }) => {
    const lines = [...analysis.lines.slice(0, line), word, ...analysis.lines.slice(line)];
    const after = analyse(lines.join('\n'), options, analysis);
    return () => completionAt(after, { line, character: word.length }, context);
  };
}

/** The library with as many more, numbered, as a user with a very large one would have. */
function indicatorsOf(count: number): Indicators {
  const ours = nationalIndicators();
  const { all } = ours;
  const more = Array.from({ length: Math.max(0, count - all.length) }, (_, index): Indicator[] => {
    const like = all[index % all.length];
    return like
      ? [{ ...like, name: `${like.name}（${index}）`, aliases: [`第${index}项`], origin: 'own' }]
      : [];
  });
  return ours.with([more.flat()]);
}

/** Lines right below the heading rows of lists of indicators. */
function rowsBelowHeadings(): Position[] {
  return text.split('\n').flatMap((line, index) => {
    const isHeading = /^[^|]*一级指标\t二级指标\t三级指标\t指标值/.test(line);
    return isHeading ? [{ line: index + 1, character: 0 }] : [];
  });
}

function measure(what: string, aim: number, at: readonly Position[], prepare: Prepare): void {
  const times: number[] = [];
  const work: number[] = [];
  let document = TextDocument.create('bench:', '', 0, text);
  let analysis = analyse(text, options);
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const place = digits[(round * 37) % digits.length];
    const position = at[(round * 53) % at.length];
    if (!place || !position) throw new Error('nothing to ask about');
    const { line, character, digit } = place;
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    const changed = String((Number(digit) + 1 + (round % 9)) % 10);
    document = TextDocument.update(document, [{ range, text: changed }], round + 1);
    analysis = analyse(document.getText(), options, analysis);
    // Sentences are read for the checks as well, so they count as reading.
    void analysis.disclosure.prose;
    const ask = prepare(analysis, position);
    const used = process.cpuUsage();
    const started = performance.now();
    ask();
    if (round < WARM_UP) continue;
    times.push(performance.now() - started);
    work.push(process.cpuUsage(used).user / 1000);
  }
  const figures = [times, work].map((values) => [0.5, 0.95].map((share) => percentile(values, share)));
  const [[p50 = 0, p95 = 0] = [], [cpu50 = 0, cpu95 = 0] = []] = figures;
  const shown = `p50 ${p50.toFixed(2)} p95 ${p95.toFixed(2)}, of the processor ${cpu50.toFixed(2)} ${cpu95.toFixed(2)}`;
  console.log(`${what.padEnd(44)} ${shown} ms; aim ${aim} ms: ${p95 <= aim ? 'met' : 'missed'}`);
}

function places(pattern: RegExp): Position[] {
  return text.split('\n').flatMap((line, index) => {
    const match = pattern.exec(line);
    return match ? [{ line: index, character: match[0].length - (match[1]?.length ?? 0) }] : [];
  });
}
