/** `12`, `- 12 -`, `3/12`, 第 3 页, 第3页 共8页 */
const PAGE_MARK = /^[-—–·~]{0,3}(?:\d{1,3}(?:\/\d{0,3})?|第\d{1,3}页(?:[,/]?共\d{1,3}页)?)[-—–·~]{0,3}$/;
/** Longer lines are none, and are not looked at. */
const MAX_MARK = 16;

/** Whether a label, half-width and without blanks, is nothing but the number of a page. */
export function isPageMark(label: string): boolean {
  return label.length <= MAX_MARK && PAGE_MARK.test(label);
}
