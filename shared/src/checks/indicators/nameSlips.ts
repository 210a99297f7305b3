import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IndicatorNames } from '../../catalogue/indicators.ts';
import { normalizeName } from '../../catalogue/names.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { rangeOf } from '../../text/range.ts';
import { wordSlip } from '../text/wordSlipFinding.ts';

type SoundAlike = Catalogue['soundAlike'];

/** What rates are called: names of indicators end in them whatever they are of. */
const ENDINGS = [
  '满意度',
  '满意率',
  '合格率',
  '达标率',
  '及时率',
  '完成率',
  '覆盖率',
  '知晓率',
  '准确率',
  '通过率',
  '到位率',
  '参与率',
  '完好率',
  '办结率',
  '发放率',
  '使用率',
  '利用率',
  '优良率',
  '响应率',
  '验收合格',
  '控制率',
  '普及率',
  '执行率',
  '修复率',
];
/** Two names that are in use, though a character of the one sounds like that of the other. */
const BOTH_MEANT = /[监检]测|[制订定修]|[的地得]/;

/**
 * Names of indicators with one character that sounds like another: those of the library, and the words that rates
 * end with (`word-slip`). Most names are of the project alone and known to nobody, so this finds what it can.
 */
export function nameSlips(
  { entries }: TableIndicators,
  library: IndicatorNames,
  soundAlike: SoundAlike,
): Finding[] {
  return entries.flatMap((entry) => {
    const name = normalizeName(entry.name);
    const meant = meantEnding(name, soundAlike) ?? library.nearName(name, soundAlike);
    return meant === undefined || BOTH_MEANT.test(meant) ? [] : finding(entry, meant);
  });
}

/** The name with its ending put right; undefined where it ends in no word that is nearly one of them. */
function meantEnding(name: string, soundAlike: SoundAlike): string | undefined {
  if (ENDINGS.some((ending) => name.endsWith(ending))) return undefined;
  const ending = ENDINGS.find((each) => isSlip(name.slice(-each.length), each, soundAlike));
  return ending && name.slice(0, -ending.length) + ending;
}

/** Whether two texts differ in one character, and the two sound alike. */
export function isSlip(printed: string, meant: string, soundAlike: SoundAlike): boolean {
  if (printed.length !== meant.length || printed === meant) return false;
  const at = [...meant].findIndex((character, index) => character !== printed[index]);
  if (printed.slice(at + 1) !== meant.slice(at + 1)) return false;
  return soundAlike(printed.charAt(at), meant.charAt(at));
}

function finding({ cell, name, nameStart }: IndicatorEntry, meant: string): Finding[] {
  const { start } = rangeOf(cell.span);
  const from = { line: start.line, character: start.character + nameStart };
  const isWhole = cell.text.slice(nameStart).startsWith(name) && name.length === meant.length;
  if (!isWhole) return [];
  const range = { start: from, end: { line: from.line, character: from.character + name.length } };
  return [wordSlip(range, name, meant, 'information')];
}
