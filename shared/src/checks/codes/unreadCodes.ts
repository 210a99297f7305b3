import type { Row } from '../../disclosure/table.ts';

/** 类, 款 or 项, alone in its cell or with its name glued to it. */
const CODE = /^[1235]\d{2}(?:\d{2}){0,2}(?=$|[一-鿿])/;
/** A code stands in one of the first cells. */
const CODE_CELLS = 2;

/** The codes that a row prints though it was not read as having one: behind its name, or glued to it among rows in which they are not. */
export function unreadCodes({ code, cells }: Row): string[] {
  return code ? [] : cells.slice(0, CODE_CELLS).flatMap((cell) => CODE.exec(cell?.text ?? '')?.[0] ?? []);
}
