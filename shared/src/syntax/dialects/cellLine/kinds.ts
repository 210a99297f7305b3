import { SHORT_TOTAL } from '../../../text/totalWords.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isBarrier } from '../../barrier.ts';
import { AMOUNT, FIGURE } from '../../figureShape.ts';
import { areSigns } from '../frameSigns.ts';
import { isGarbledUnit } from '../garbledUnit.ts';
import { rememberKinds } from '../lineKinds.ts';

/**
 * What a line holds if it is a cell.
 * - `blank`: nothing
 * - `words`; `total`: 合计, which may stand where codes do
 * - `figure`: a number or a dash for one, `amount`: one that can only be money
 * - `index`: a mark that numbers a column
 * - `stray`: a short line that is none of these
 */
export type Kind = 'blank' | 'words' | 'total' | 'figure' | 'amount' | 'index' | 'stray';

const MAX_CELL = 40;
const MAX_STRAY = 20;
/** The code of a project may be longer. */
const PROJECT_CODE = /^[\dA-Z]{12,30}$/;

/** A title may go on behind its 表: 基本支出明细表-商品和服务支出, and a numbered one in any way. */
const NO_CELL =
  /[;!?\t|<]|。.|[.·…]{4,}|^#|表(?:-{1,2}[^-\s]{2,20})?(?:\([^()]*\))*$|^附?表 ?\d{1,2}(?:-\d{1,2})? \S.*表/;
/** A colon introduces something else, but for those within a label. */
const INTRODUCES = /^(?!其中|减|加).*:/;
const WORDS = /[一-鿿]/;

/** What each line holds, or undefined where it is no cell of a table: a title, a unit, a sentence. */
export const kindAt = rememberKinds(kindOfCell);

/** What a text holds as a cell. */
export function kindOfCell(line: string): Kind | undefined {
  if (line.length > 2 * MAX_CELL || isBarrier(line)) return undefined;
  const text = toHalfWidth(line).trim();
  if (text === '') return 'blank';
  if (text.length > MAX_CELL || NO_CELL.test(text) || isGarbledUnit(text) || INTRODUCES.test(text))
    return undefined;
  if (AMOUNT.test(text)) return 'amount';
  if (FIGURE.test(text)) return 'figure';
  if (/^\*+$/.test(text)) return 'index';
  if (WORDS.test(text) && areSigns(text)) return 'stray';
  if (WORDS.test(text)) return SHORT_TOTAL.test(text) ? 'total' : 'words';
  return text.length <= MAX_STRAY || PROJECT_CODE.test(text) ? 'stray' : undefined;
}

/** Whether a cell holds a figure or a dash for one. */
export function isFigure(kind: Kind | undefined): boolean {
  return kind === 'figure' || kind === 'amount';
}

/** Whether a cell holds words. */
export function isWords(kind: Kind | undefined): boolean {
  return kind === 'words' || kind === 'total';
}
