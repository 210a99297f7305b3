import type { Facts } from './facts.ts';
import type { Mark, MarkKind } from './text.ts';

const REASON = /[，。；]?(?:主要原因是|主要是|主要原因：)[^。；，]+(?:，同时[^。；，]+|，并[^。；，]+)?/g;
const CHANGE = /(?:增加|减少)[\d.]+万元/g;
const PARTS_BEHIND = /^。(?:其中|具体)/;

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
  ['reason', REASON],
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
          [...line.matchAll(pattern)]
            .filter((match) => kind !== 'reason' || isOnlyReason(lines, index, match))
            .map((match) => ({
              kind,
              line: index,
              start: match.index,
              end: match.index + match[0].length,
            })),
        )
      : [],
  );
}

/**
 * Whether nothing else under the heading explains a change when its reason is gone: neither a reason given for the same
 * amount, of the whole or of its only part, nor those of the parts it is told in again.
 */
function isOnlyReason(
  lines: readonly string[],
  index: number,
  { 0: reason, index: start }: RegExpExecArray,
): boolean {
  const line = lines[index] ?? '';
  const change = [...line.slice(0, start).matchAll(CHANGE)].at(-1)?.[0];
  const without = line.slice(0, start) + line.slice(start + reason.length);
  const from = lines.findLastIndex((each, at) => at < index && isHeading(each)) + 1;
  const to = lines.findIndex((each, at) => at > index && isHeading(each));
  const behind = lines.slice(index + 1, to === -1 ? undefined : to).join('');
  const section = lines.slice(from, index).join('') + without + behind;
  const isGivenAgain = section
    .split(change ?? '')
    .slice(1)
    .some((rest) => /^[^；。]*。?主要/.test(rest));
  const isToldInParts = PARTS_BEHIND.test(without.slice(start) + behind);
  return (
    change !== undefined &&
    !isGivenAgain &&
    !(isToldInParts && (without.slice(start) + behind).search(REASON) >= 0)
  );
}

/** A line of its own with no amount, but for 具体情况如下：. */
function isHeading(line: string): boolean {
  return line !== '' && !/万元|如下/.test(line);
}
