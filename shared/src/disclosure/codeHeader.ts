import { compactLabel } from '../text/width.ts';

/** `编码` alone, `功能科目编码`, `单位(科目)代码`; not the codes of units, projects or goods. */
const CODE_HEADER = /(?:科目|分类|经济|功能)\)?(?:编码|代码)$|^(?:编码|代码)$/;

/** Whether the header of a column says that it holds 科目编码. */
export function isCodeHeader(label: string): boolean {
  return CODE_HEADER.test(compactLabel(label));
}
