import type { Facts } from './facts.ts';
import type { Mark, MarkKind } from './text.ts';

/** The words of sentences that something else in the document bears out, by what they say. */
const WORDS: readonly (readonly [MarkKind, RegExp])[] = [
  // Nothing is nothing in any unit, and what nothing else states may be so much.
  ['unit', /(?<=\d)(?<!(?<!\d)0\.00)万元(?!以上|的?项目|。主要原因是业务工作)/g],
  ['year', /20\d{2}(?=年)/g],
  ['scope', /(?:(?:基本|项目)支出|(?:人员|公用)经费)(?=\d)/g],
  [
    'label',
    /(?:基本|项目)支出(?!设置)|(?:人员|公用)经费(?!和)|因公出国（境）费|公务用车(?:购置及)?运行维护费|公务用车购置费|公务接待费|机关运行经费(?=预算\d|\d)|其他收入|上年结转|(?:一般公共|政府性基金)预算拨款收入|政府采购(?:货物|工程|服务)(?=预算)/g,
  ],
  // What was spent in other years is told beside a budget, and names hold the word.
  ['stage', /(?<=收入|支出|收支总|经费|拨款)预算(?=数?为?总?额?\d)/g],
  ['body', /本部门/g],
  ['doubled', /(?<=基本|项目)支出(?=\d)|万元(?=[，；。])|预算(?=\d)/g],
  // A bracket behind a number may be part of it.
  ['mark', /[“”]|（(?!\d)|(?<!（\d)）/g],
  ['reason', /[，。；]?(?:主要原因是|主要是|主要原因：)[^。；，]+(?:，同时[^。；，]+|，并[^。；，]+)?/g],
];

const MIN_CALLED = 4;

/** Marks on the words of the sentences of a document; headings are no sentences. */
export function wordMarks(lines: readonly string[], { organ }: Facts): Mark[] {
  const calls = lines.join('').split('本部门').length - 1;
  const all = [...WORDS, ['organ', new RegExp(organ, 'g')] as const].filter(
    // What a body is called must be said often enough for the only other word to stand out.
    ([kind]) => kind !== 'body' || calls >= MIN_CALLED,
  );
  return lines.flatMap((line, index) =>
    /\d万元/.test(line)
      ? all.flatMap(([kind, pattern]) =>
          [...line.matchAll(pattern)].map((match) => ({
            kind,
            line: index,
            start: match.index,
            end: match.index + match[0].length,
          })),
        )
      : [],
  );
}
