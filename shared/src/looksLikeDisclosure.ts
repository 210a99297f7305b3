/** How many lines at the head of a file are looked at; a disclosure shows what it is on its first page. */
export const LINES_LOOKED_AT = 40;

/** A line is judged by its beginning, so that one endless line costs no more than forty short ones. */
const LENGTH_LOOKED_AT = 400;

/** Titles and headings are short; prose about budgets is not. */
const LONGEST_TITLE = 80;

/** What is needed to call a text a disclosure: a title and two more signs of its fixed form, or several titles. */
const ENOUGH = 4;

/** `2023年部门预算公开说明`, `单位决算情况说明`: what the document calls itself. */
const DOCUMENT_TITLE =
  /(?:部门|单位|综合)(?:[（(][^（）()]{1,8}[）)])?(?:综合)?(?:预算|决算)[^，。；,;]{0,12}(?:公开|说明|目录|报表)[^，,]{0,14}$/;

/** The tables that the disclosure of every body has, by the part of their names that is the same everywhere. */
const TABLE_TITLE =
  /(?:收支(?:预算|决算)?(?:总表|总体情况表|总体情况)|(?:收入|支出)(?:预算|决算)?(?:总表|总体情况表|情况表|明细表|表)|绩效目标(?:批复|申报)?表|采购(?:预算)?(?:明细)?表|支出(?:预算|决算)(?:明细)?表)/;

/** The chapters of the text part, in the words that the finance ministry's model and its regional forms share. */
const CHAPTER =
  /(?:(?:部门|单位)(?:基本情况|概况|职责|收支|预算情况)|主要(?:职责|职能)|职能职责|机构设置|收支(?:预算)?(?:总体)?(?:安排)?(?:情况|说明)|[“"]?三公[”"]?经费|机关运行经费|政府采购(?:预算)?情况|国有资(?:产|本)占(?:有|用)|绩效目标(?:设置)?(?:情况|说明)|(?:专业性?(?:较强的)?)?(?:名词|名称)解释)/;

/** How a chapter's heading begins; a sentence of prose or of a news item does not. */
const CHAPTER_NUMBER =
  /^[\s#*·•-]*(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/;

const UNIT_LINE = /单\s?位\s?[:：]\s?[百千万亿]{0,2}元/;

const YEAR = /(?:19|20)\d\d\s?年/;

/** A cell of a form or of figures is short; a table that explains something has sentences in its cells. */
const LONGEST_CELL = 40;

/** Words that stand in the cells of these tables and seldom in any other table. */
const TABLE_WORDS =
  /(?:一般公共(?:预算|服务支出)|政府性基金|国有资本经营|财政拨款|财政专户|科目(?:编码|名称)|功能(?:分类)?科目|经济(?:分类)?科目|基本支出|项目支出|(?:收\s?入|支\s?出)\s?总\s?计|本年(?:收入|支出)合计)/;

/** What no title has: the end of a sentence, or the marks of code and data. */
const NOT_IN_TITLES = /[。；;！？{}=`\\]|":/;

/** Signs of each kind that count; more of the same kind prove no more. */
interface Signs {
  documentTitles: number;
  tableTitles: number;
  chapters: number;
  unitLines: number;
  tableRows: number;
  years: number;
}

/**
 * Whether the head of a file looks like a budget disclosure: a departmental budget or final account with its
 * fixed titles, chapters and tables. Pure and linear in the text; used before the language server exists.
 *
 * @param firstLines The first lines of the file; those after the first 40 are ignored.
 */
export function looksLikeDisclosure(firstLines: readonly string[]): boolean {
  const signs: Signs = {
    documentTitles: 0,
    tableTitles: 0,
    chapters: 0,
    unitLines: 0,
    tableRows: 0,
    years: 0,
  };
  for (const line of firstLines.slice(0, LINES_LOOKED_AT)) count(line.slice(0, LENGTH_LOOKED_AT), signs);

  const titles = 2 * Math.min(signs.documentTitles, 1) + 2 * Math.min(signs.tableTitles, 2);
  const form =
    Math.min(signs.chapters, 3) +
    Math.min(signs.unitLines, 1) +
    Math.min(signs.tableRows, 2) +
    Math.min(signs.years, 1);
  return titles > 0 && form > 0 && titles + form >= ENOUGH;
}

function count(line: string, signs: Signs): void {
  if (line.includes('\t') || line.trimStart().startsWith('|')) {
    if (TABLE_WORDS.test(line) && line.split(/[\t|]/).every((cell) => cell.trim().length <= LONGEST_CELL)) {
      signs.tableRows++;
    }
    return;
  }
  if (line.length > LONGEST_TITLE || NOT_IN_TITLES.test(line)) return;
  if (UNIT_LINE.test(line)) signs.unitLines++;
  if (CHAPTER_NUMBER.test(line) && CHAPTER.test(line)) signs.chapters++;
  const isDocumentTitle = DOCUMENT_TITLE.test(line.trimEnd());
  const isTableTitle = TABLE_TITLE.test(line);
  if (isDocumentTitle) signs.documentTitles++;
  if (isTableTitle) signs.tableTitles++;
  if ((isDocumentTitle || isTableTitle) && YEAR.test(line)) signs.years++;
}
