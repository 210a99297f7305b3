import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { linesOf } from '#core/disclosure/prose/lines.ts';
import type { PlacedPassage, Prose, Reading } from '#core/disclosure/prose/prose.ts';
import { readProse } from '#core/disclosure/prose/readProse.ts';
import { splitLines } from '#core/syntax/lines.ts';
import type { SyntaxTree } from '#core/syntax/nodes.ts';
import { parse, parseLines } from '#core/syntax/parse.ts';
import { reparse } from '#core/syntax/reparse.ts';
import { growingTimes, isOutOfProportion } from '../../../support/processorTime.ts';
import { seedTexts } from '../../../support/seeds.ts';

/** Pieces that narratives are made of, and what breaks them. */
const PIECES = [
  '2023年',
  '2022年预算',
  '收入预算',
  '支出预算',
  '一般公共预算财政拨款',
  '政府性基金预算',
  '基本支出',
  '项目支出',
  '“三公”经费',
  '公务接待费',
  '公务用车购置及运行费',
  '政府采购',
  '上年结转',
  '机关运行经费',
  '（2010350）',
  '12.5万元',
  '1, 234. 56 万元',
  '__0__万元',
  '<u>1</u> 万元',
  '占_5_%',
  '比2022年预算增加',
  '减少',
  '增长',
  '持平',
  '其中：',
  '包括:',
  '分别为',
  '主要原因是',
  '（',
  '）',
  '《',
  '》',
  '、',
  '，',
  '；',
  '。',
  ',',
  ';',
  '.',
  ':',
  '\n',
  '\n\n',
  '\r\n',
  '\n- ',
  '\n（一）',
  '\n1. ',
  '\n（1）',
  '\n# ',
  '\n第一部分 ',
  '\n- 5 -\n',
  '\t',
  '|',
  '名词解释\n',
  '目录\n',
  '是指',
  '46人',
  '6个',
  '〔2022〕25号',
  '24*7',
  '2022.11.09',
  '027-80000000',
  '50万元以上',
  '300元/人',
  '≥95%',
  '无',
  '没有使用',
  '１２．５',
  '千',
  '万',
  ' ',
  '　',
  '_',
  '*',
] as const;

const narrative = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  narrative,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
);

function indicesAreValid({ passage }: PlacedPassage): void {
  const isFigure = (index: number | undefined) =>
    index === undefined || (Number.isInteger(index) && index >= 0 && index < passage.figures.length);
  for (const list of passage.lists)
    assert.ok(isFigure(list.parent) && list.items.every(isFigure) && list.items.length > 0);
  for (const each of passage.ratios) assert.ok([each.figure, each.part, each.whole].every(isFigure));
  for (const each of passage.comparisons) {
    assert.ok([each.subject, each.amount, each.percent, each.base.figure].every(isFigure));
    assert.ok(each.parent === undefined || each.parent < passage.comparisons.length);
    assert.ok(each.reason === undefined || each.reason < passage.reasons.length);
  }
  for (const { paragraph } of passage.figures) assert.ok(paragraph < passage.paragraphs.length);
}

/** What may stand around the words of a line. Control characters are blanks. */
const MARKS = /^(?:[\s\p{Cc}\ufeff#*•●■◆▪·+-]|<\w+[^<>]*>)*$/u;
const BLANKS = /^(?:[\s\p{Cc}\ufeff*]|<\/?\w+ ?\/?>)*$/u;

/** Every place in a document that the reading names, as a line and a stretch of it. */
function spansOf(prose: Prose): { line: number; start: number; end: number }[] {
  return prose.passages.flatMap(({ line, passage }) =>
    [
      ...passage.paragraphs.flatMap(({ pieces }) => pieces.map(({ span }) => span)),
      ...passage.figures.flatMap((figure) => [
        figure.span,
        ...(figure.unitSpan ? [figure.unitSpan] : []),
        ...figure.labelSpans,
      ]),
      ...passage.comparisons.flatMap(({ directionSpan, base }) => [directionSpan, ...base.spans]),
      ...passage.reasons.flatMap(({ spans }) => spans),
      ...passage.absences.flatMap(({ spans }) => spans),
    ].map((span) => ({ ...span, line: line + span.line })),
  );
}

function checkPlaces(text: string): void {
  const lines = splitLines(text);
  const prose = readProse(parse(text));
  for (const { line, start, end } of spansOf(prose)) {
    const length = lines[line]?.length ?? -1;
    assert.ok(start >= 0 && start <= end && end <= length, `line ${line} has ${length}, not ${start}–${end}`);
  }
  for (const { line, passage } of prose.passages) {
    for (const { text: digits, span, amount } of passage.figures) {
      assert.equal(lines[line + span.line]?.slice(span.start, span.end), digits);
      assert.match(digits, /[0-9０-９]/);
      assert.ok(amount.value.isFinite());
    }
  }
}

/** Every character of prose but bullets, marks and page numbers stands in one place of the reading. */
function checkLossless(tree: SyntaxTree): void {
  const prose = readProse(tree);
  const covered = new Map<number, { start: number; end: number }[]>();
  const cover = (line: number, start: number, end: number) =>
    covered.set(line, [...(covered.get(line) ?? []), { start, end }]);
  for (const { line, passage } of prose.passages) {
    for (const { pieces, text } of passage.paragraphs) {
      const shown = pieces.map(({ offset, span }) => {
        cover(line + span.line, span.start, span.end);
        return text.slice(offset, offset + span.end - span.start);
      });
      assert.equal(shown.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
    }
  }
  const place = (line: number, spans: readonly { line: number; start: number; end: number }[]) => {
    for (const span of spans) cover(line + span.line, span.start, span.end);
  };
  for (const { line, heading } of prose.contents) place(line, heading.spans);
  for (const { line, heading } of prose.headings) place(line, heading.spans);
  for (const { line, node } of tree.blocks) {
    if (node.kind !== 'text') continue;
    for (const info of linesOf(node)) {
      const at = line + info.line;
      const spans = covered.get(at) ?? [];
      if (prose.pageMarks.includes(at) || info.start === info.end) continue;
      assert.deepEqual(spans, [{ start: info.start, end: info.end }], `line ${at}: ${info.text}`);
      assert.match(info.text.slice(0, info.start), MARKS);
      assert.match(info.text.slice(info.end), BLANKS);
    }
  }
}

describe('prose of any text', () => {
  it('never throws, and its places are in the text and hold the digits of their figures', () => {
    fc.assert(fc.property(anyText, checkPlaces), { numRuns: 1500 });
  });

  it('links figures that exist', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        readProse(parse(text)).passages.forEach(indicesAreValid);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        checkLossless(parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('says of every reading how sure it is, and has a value exactly where it is not unknown', () => {
    let [told, open] = [0, 0];
    fc.assert(
      fc.property(narrative, (text) => {
        for (const { passage } of readProse(parse(text)).passages) {
          const readings: readonly Reading<unknown>[] = passage.figures.flatMap(
            ({ unit, concept, scope, period, year, basis }) => [unit, concept, scope, period, year, basis],
          );
          for (const { value, confidence } of readings) {
            assert.equal(value === undefined, confidence === 'unknown');
            if (value === undefined) open++;
            else told++;
          }
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(told > 100 && open > 100, `only ${told} readings tell something and ${open} do not`);
  });

  it('equals itself after any edit, and passages that stand as they stood are the same objects', () => {
    const edit = fc.record({
      text: narrative,
      at: fc.nat(),
      remove: fc.nat({ max: 30 }),
      insert: fc.constantFrom(...PIECES),
    });
    fc.assert(
      fc.property(edit, ({ text, at, remove, insert }) => {
        const before = { lines: splitLines(text), tree: parse(text) };
        readProse(before.tree);
        const from = at % (text.length + 1);
        const lines = splitLines(text.slice(0, from) + insert + text.slice(from + remove));
        assert.deepEqual(readProse(reparse(before, lines)), readProse(parseLines(lines)));
      }),
      { numRuns: 600 },
    );
  });

  for (const seed of seedTexts()) {
    it(`${seed.name} (${seed.origin})`, () => {
      checkPlaces(seed.text);
      checkLossless(parse(seed.text));
      readProse(parse(seed.text)).passages.forEach(indicesAreValid);
    });
  }

  it('reads no passage again that only moved', () => {
    const [seed] = seedTexts('dongxihu');
    assert.ok(seed);
    const before = { lines: splitLines(seed.text), tree: parse(seed.text) };
    const old = readProse(before.tree);
    const lines = ['前言', '', ...before.lines];
    const now = readProse(reparse(before, lines));
    const known = new Set(old.passages.map(({ passage }) => passage));
    const again = now.passages.filter(({ passage }) => passage.figures.length > 0 && !known.has(passage));
    assert.deepEqual(again, []);
  });
});

describe('prose in linear time', () => {
  it('ten times the text takes less than forty times as long', function () {
    this.timeout(120_000);
    assert.deepEqual(growingTimes('proseTimes.ts').filter(isOutOfProportion), []);
  });
});
