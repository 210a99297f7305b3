import type { Catalogue, CodeRecord, Judgement } from '../../catalogue/catalogue.ts';
import { isEditionKnown } from '../../catalogue/editions.ts';
import { bareName, bearsName } from '../../catalogue/nameStanding.ts';
import { nearCodes } from '../../catalogue/nearCodes.ts';
import { classificationOf } from '../../catalogue/record.ts';
import type { Finding, Fix } from '../../findings.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import { type CodedRow, type CodedTable, isKnown } from './codedRows.ts';
import { codesOf, meantCode, roomFor } from './meantCode.ts';
import { namedCode, rangeOfCode, replaceCode, report } from './report.ts';

/** A longer list of codes that might be meant helps nobody to choose. */
const MOST_NEAR = 3;

/**
 * Flags codes that are not in the catalogue (`code-unknown`): a warning, since the catalogue is not complete;
 * an error where the printed name shows that another code is meant (docs/CATALOGUE.md). Digits with
 * neither a known code of their length nor the 款 they would belong to in the table may be anything, as may
 * those that begin like codes of another list, and stay silent, as do codes of years of which the catalogue knows
 * too little, and those below a 款 of which it has no 项 at all.
 */
export function unknownCodes(coded: CodedTable): Finding[] {
  const known = coded.rows.filter(({ judgement }) => isKnown(judgement)).map(({ code }) => code.digits);
  const lengths = new Set(known.map((digits) => digits.length));
  const parents = new Set(known);
  const isPart = (digits: string) => lengths.has(digits.length) || parents.has(digits.slice(0, -2));
  const lists = new Set(known.map(classificationOf));
  return coded.rows.flatMap((row) => {
    const { code, judgement } = row;
    if (isKnown(judgement) || !isPart(code.digits)) return [];
    if (!isEditionKnown(classificationOf(code.digits), coded.table.year)) return [];
    const suggestion = suggested(row, judgement, coded);
    const isPrinted = suggestion !== undefined && suggestion.code === code.whole;
    const surely = isPrinted || judgement.verdict === 'surely-wrong';
    if (!suggestion && !lists.has(classificationOf(code.digits))) return [];
    if (!suggestion && isBelowBareItem(code.digits, coded.catalogue)) return [];
    return report(
      'code-unknown',
      rangeOfCode(code),
      { code: code.digits, name: code.name, ...(suggestion && { suggestion: namedCode(suggestion) }) },
      {
        fixes: suggestion ? replaceCode(code, suggestion, surely, coded.table) : nearFixes(row, coded),
        ...(surely && { severity: 'error' }),
      },
    );
  });
}

/** Whether the catalogue has the 款 of a code and nothing below it. */
function isBelowBareItem(digits: string, catalogue: Catalogue): boolean {
  const parent = digits.slice(0, -2);
  return catalogue.record(parent) !== undefined && catalogue.children(parent).length === 0;
}

/**
 * The code that the row prints once more, whole, if it has the name; else what the judge proposes, or a code with the printed name that is a slip of the keys away, whichever the table has a
 * place for; else the one below the 款 or 类 of the row above.
 */
function suggested(row: CodedRow, judgement: Judgement, coded: CodedTable): CodeRecord | undefined {
  const judged = 'suggestion' in judgement ? judgement.suggestion : undefined;
  const { catalogue, table } = coded;
  const name = bareName(row.code.name);
  if (name === '') return judged;
  const isNamed = (each: CodeRecord) => each.confidence !== 'unsure' && bearsName(catalogue, each, name);
  const whole = catalogue.record(row.code.whole ?? '');
  if (whole && isNamed(whole)) return whole;
  const near = nearCodes(catalogue, row.code.digits, table.year).filter(isNamed);
  const candidates = judged ? [judged, ...near.filter(({ code }) => code !== judged.code)] : near;
  if (candidates.length > 0) return meantCode(candidates, row.code, coded) ?? judged;
  const here = catalogue.children(parentHere(row, coded)).filter(isNamed);
  return meantCode(here, row.code, coded);
}

/** The code that a row of this level stands below by the row above. */
function parentHere({ index, code: { digits } }: CodedRow, { rows }: CodedTable): string {
  const above = rows[lastIndexUpTo(rows, index - 1, (row) => row.index)]?.code.digits ?? '';
  return above.slice(0, digits.length - 2);
}

/**
 * Without a name that tells, the nearest codes that the table does not have yet are only offered: first those that
 * it has a place for, then those of the printed name. One of another 款 is none where a name is printed that is not
 * its own.
 */
function nearFixes({ code }: CodedRow, coded: CodedTable): Fix[] {
  const { catalogue, table } = coded;
  const present = codesOf(coded);
  const bare = bareName(code.name);
  const room = (near: CodeRecord) => roomFor(near.code, code, coded);
  const isNamed = (near: CodeRecord) => Number(bare !== '' && bearsName(catalogue, near, bare));
  return nearCodes(catalogue, code.digits, table.year)
    .filter((each) => !present.has(each.code))
    .filter((each) => bare === '' || isNamed(each) > 0 || each.code.startsWith(code.digits.slice(0, -2)))
    .sort((a, b) => room(a) - room(b) || isNamed(b) - isNamed(a))
    .slice(0, MOST_NEAR)
    .flatMap((near) => replaceCode(code, near, false, table));
}
