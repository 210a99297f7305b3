import type { CodeRecord } from '../../catalogue/catalogue.ts';
import { isEditionKnown } from '../../catalogue/editions.ts';
import { likeliestOwner, type NameStanding } from '../../catalogue/nameStanding.ts';
import { normalizeName } from '../../catalogue/names.ts';
import type { CodeNameParams } from '../../codeRuleParams.ts';
import { bracketsLike } from '../../codes/brackets.ts';
import type { Finding, Fix } from '../../findings.ts';
import type { Severity } from '../../rules.ts';
import { toHalfWidth } from '../../text/width.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';
import { namedCode, rangeOfName, replaceCode, replaceName, report } from './report.ts';

/**
 * Flags names that are not those of their codes (`code-name`): an error where the name is another code's, a
 * warning where it is an old one or an altered one, a note where it is no name at all. Only in tables whose
 * other names are those of their codes: else the words beside the codes are projects or bodies.
 */
export function wrongNames(coded: CodedTable): Finding[] {
  if (!coded.named) return [];
  return coded.blocks.flatMap((block) =>
    block.flatMap((row, position) => {
      const { record, standing, code } = row;
      if (!record || !standing || standing.kind === 'fits') return [];
      // Words on another line may be the rest of it.
      if (row.row.torn && standing.kind === 'unlike') return [];
      const severity = lacksOnlyParticle(code.name, record)
        ? 'information'
        : severityOf(standing, record, coded.table.year);
      if (!severity) return [];
      const owner =
        standing.kind === 'another'
          ? likeliestOwner(standing.owners, code.digits, block[position - 1]?.code.digits)
          : undefined;
      if (goesOnInBrackets(row, record) || hasDigitsOf(owner, code)) return [];
      const params: CodeNameParams = {
        code: code.digits,
        name: code.name,
        state: standing.kind,
        right: record.name,
        ...(standing.kind === 'old' && { until: standing.until }),
        ...(owner && { suggestion: namedCode(owner) }),
      };
      const fixes = fixesFor(row, record, owner, block, coded);
      return report('code-name', rangeOfName(code), params, { severity, fixes });
    }),
  );
}

/** What may stand in front of a name that goes on: a bracket, also as scans are read. */
const OPENING = /^\s*[（(〔〈《]/;

/** 309 资本性支出 with （基本建设） in a cell of its own: a part of the code's own name, though another code has it whole. */
function goesOnInBrackets({ row, code }: CodedRow, { name }: CodeRecord): boolean {
  if (!normalizeName(name).startsWith(`${normalizeName(code.name)}(`)) return false;
  const at = row.cells.findIndex(
    (cell) => cell?.span.line === code.nameSpan?.line && cell?.span.start === code.nameSpan?.start,
  );
  return at !== -1 && OPENING.test(row.cells.slice(at + 1).find((cell) => cell?.text)?.text ?? '');
}

/** Digits in front of a name, behind dirt that was read as a mark. */
const DIGITS = /^["'“”‘’\s]{0,3}((?:\d{2}){1,2})(?!\d)/;

/** 302 ”09 物业管理费: the rest of the code that has the name stands there too, so that no other one was meant. */
function hasDigitsOf(owner: CodeRecord | undefined, { digits, name }: CodedRow['code']): boolean {
  const rest = DIGITS.exec(toHalfWidth(name))?.[1];
  return rest !== undefined && owner?.code === digits + rest;
}

/** 对个人和家庭补助 for 对个人和家庭的补助: whole cities print it so, and it can be taken for nothing else. */
function lacksOnlyParticle(printed: string, { name }: CodeRecord): boolean {
  const without = (each: string) => normalizeName(each).replaceAll('的', '');
  return without(printed) === without(name);
}

/** How much a name that does not fit its code weighs; undefined where it says nothing. `year`: the document's. */
export function severityOf(
  standing: NameStanding,
  record: CodeRecord,
  year: number | undefined,
): Severity | undefined {
  const { confidence } = record;
  if (confidence === 'unsure') return undefined;
  const recent = isEditionKnown(record.classification, year);
  const seen = confidence === 'confirmed' || confidence === 'corroborated';
  switch (standing.kind) {
    case 'another':
      return recent && isEvident(standing.owners, record) ? 'error' : 'warning';
    case 'old':
      return 'warning';
    case 'altered':
      return standing.known || (recent && seen) ? 'warning' : 'information';
    case 'unlike':
      return 'information';
    default:
      return undefined;
  }
}

/** Whether the names of two codes of one list are mixed up, of which at least one was seen in print. */
function isEvident(owners: readonly CodeRecord[], { confidence, classification }: CodeRecord): boolean {
  return owners.some(
    (owner) =>
      owner.classification === classification &&
      (confidence !== 'knowledge' || owner.confidence !== 'knowledge'),
  );
}

/** The right name for the code and the right code for the name; the table may show which of them is wrong. */
function fixesFor(
  row: CodedRow,
  record: CodeRecord,
  owner: CodeRecord | undefined,
  block: readonly CodedRow[],
  { table }: CodedTable,
): Fix[] {
  const name = bracketsLike(table, row.index)(record.name);
  if (row.standing?.kind !== 'another') {
    const sure = row.standing?.kind === 'old' || row.standing?.kind === 'altered';
    return replaceName(row.code, name, sure, table);
  }
  // A code that is not in use is no reason to write its name.
  const isInUse = row.judgement.verdict === 'known';
  // A list of purchases or projects has a code in many rows, so that it is the name that slipped.
  const again = hasCode(block, row.code.digits, row);
  const isListedAgain = again && repeatsCodes(block, row);
  const codeIsWrong = !isInUse || (again && !isListedAgain);
  // The name of its own 类 says nothing about which 款 is meant.
  const isAncestor = owner !== undefined && row.code.digits.startsWith(owner.code);
  const nameIsWrong =
    owner !== undefined && !isAncestor && (isListedAgain || hasCode(block, owner.code, row));
  const fixes = [
    ...(owner ? replaceCode(row.code, owner, codeIsWrong && !nameIsWrong, table) : []),
    ...(isInUse ? replaceName(row.code, name, nameIsWrong && !codeIsWrong, table) : []),
  ];
  return fixes.sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** Whether a list has some code more than once with its right name, but for one row. */
function repeatsCodes(block: readonly CodedRow[], except: CodedRow): boolean {
  const seen = new Set<string>();
  return block.some((each) => {
    if (each === except || each.standing?.kind !== 'fits') return false;
    const isKnown = seen.has(each.code.digits);
    seen.add(each.code.digits);
    return isKnown;
  });
}

/** Whether another row has the code, with its right name. */
function hasCode(block: readonly CodedRow[], digits: string, except: CodedRow): boolean {
  return block.some(
    (each) => each !== except && each.code.digits === digits && each.standing?.kind === 'fits',
  );
}
