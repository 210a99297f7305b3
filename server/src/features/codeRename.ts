import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type Catalogue, isCodeShaped } from '#core/catalogue/catalogue.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import { type PlacedCode, placesOf } from '#core/codes/places.ts';
import { codeEdits, nameEdit } from '#core/codes/writing.ts';
import type { Edit } from '#core/findings.ts';
import { type Position, rangeOf, shiftRange } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import { reviewedEdit } from './codeActions/workspaceEdits.ts';
import { codeUnder } from './codeAtCursor.ts';
import type { DocumentIdentity, FeatureContext } from './context.ts';

/** What is typed: a code, a name, or a code and a name. */
const CODE_AND_NAME = /^(\d*)[\s:：-]*(.*)$/;
const LONGEST_NAME = 120;

/** What can be renamed under the cursor, and what it is called now. */
export function prepareRenameAt(
  analysis: Analysis,
  position: Position,
  { catalogue }: FeatureContext,
): { range: Range; placeholder: string } | null {
  const place = codeUnder(analysis, position, catalogue);
  if (!place || placesOf(analysis, catalogue, place.digits).length === 0) return null;
  const name = place.name || (catalogue.record(place.digits)?.name ?? '');
  return { range: place.range, placeholder: `${place.digits} ${name}`.trim() };
}

/**
 * Changes a code and the names beside it everywhere in the document. Names that are not the code's, such as
 * those of projects, stay. A code alone brings its own name along; a name alone leaves the code. Changes of several
 * rows are shown before they are made, where the client can.
 *
 * @param newName a code, a name, or both: `2010350`, `事业运行`, `2010350 事业运行`
 */
export function renameAt(
  analysis: Analysis,
  position: Position,
  newName: string,
  document: DocumentIdentity,
  context: FeatureContext,
): WorkspaceEdit | ResponseError<void> | null {
  const { catalogue, words } = context;
  const place = codeUnder(analysis, position, catalogue);
  if (!place) return null;
  const [, typed = '', rest = ''] = CODE_AND_NAME.exec(toHalfWidth(newName).trim()) ?? [];
  const digits = typed || place.digits;
  const name = (rest ? newName.trim().slice(newName.trim().length - rest.length) : '').slice(0, LONGEST_NAME);
  if ((typed === '' && name === '') || (typed !== '' && !isCodeShaped(typed) && !catalogue.record(typed))) {
    return failure(words.notACode(newName));
  }
  const written = name || (typed === '' ? '' : (catalogue.record(digits)?.name ?? ''));
  const edits: Edit[] = [];
  for (const each of placesOf(analysis, catalogue, place.digits)) {
    const own = editsOf(each, digits, written, catalogue);
    if (!own) return failure(words.cannotRename(each.line + (each.code.spans[0]?.line ?? 0) + 1));
    edits.push(...own);
  }
  const label = words.renames(place.digits, `${digits} ${written}`.trim());
  return reviewedEdit(edits, label, document, context);
}

/**
 * The edits of one place; undefined where digits or name do not fit it, or other rows take their upper digits from it.
 */
function editsOf(place: PlacedCode, digits: string, name: string, catalogue: Catalogue): Edit[] | undefined {
  const { code, table, line } = place;
  if (!table) {
    const [span] = code.spans;
    // Behind the name of its 款 stands no name of another 款's item.
    if (!span && digits.slice(0, -2) !== code.digits.slice(0, -2)) return [];
    const names =
      code.nameSpan && name !== '' ? [{ range: rangeOf(code.nameSpan, line), newText: name }] : [];
    const codes = span && digits !== code.digits ? [{ range: rangeOf(span, line), newText: digits }] : [];
    return [...codes, ...names];
  }
  if (digits !== code.digits && isCarried(place)) return undefined;
  const codes = codeEdits(code, digits, table.table.dialect);
  if (!codes) return undefined;
  const record = catalogue.record(code.digits);
  const isOwnName = record === undefined || catalogue.matchName(record, code.name) !== 'different';
  const index = table.table.rows.findIndex((row) => row.line === code.spans[0]?.line);
  const written = bracketsLike(table.table, index)(name);
  const renames = name !== '' && isOwnName && written !== code.name && code.nameSpan !== undefined;
  const names = renames ? nameEdit(code, written, table.table) : undefined;
  // A new code beside the old name would be another fault.
  if (renames && !names) return undefined;
  return [...codes, ...(names ? [names] : [])].map((edit) => ({
    ...edit,
    range: shiftRange(edit.range, line),
  }));
}

/** Whether rows below print only the digits that this row does not have. */
function isCarried({ code: { digits }, row, table }: PlacedCode): boolean {
  return (
    row !== undefined &&
    table?.table.rows.some(
      (other) =>
        other.code !== undefined &&
        other.code.digits.length > digits.length &&
        other.code.digits.startsWith(digits) &&
        other.code.printed.length < other.code.digits.length,
    ) === true
  );
}

function failure(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
