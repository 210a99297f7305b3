import type { RecordProblem } from '#core/catalogue/userRecords.ts';

/** What a field of a user's file has to be, where there is no list of values to choose from; by its first name. */
const FIELDS_ZH: Readonly<Record<string, string>> = {
  code: '3 至 15 位数字，以 1、2、3 或 5 开头，如 "2010360"',
  name: '不为空的文字，加英文引号',
  explanation: '一段文字，加英文引号',
  meaning: '一段文字，加英文引号',
  formula: '一段文字，加英文引号',
  value: '文字，加英文引号，如 "95"',
  from: '四位数的年份，不加引号，如 2024',
  until: '四位数的年份，不加引号，如 2024',
  margin: '1 至 5 的整数，不加引号',
  units: '方括号里的单位，如 ["个"]',
  aliases: '方括号里的名称，如 ["窗口个数"]',
  misspellings: '方括号里的名称，如 ["窗囗数"]',
  successors: '方括号里的编码，如 ["2010301"]',
  former: '方括号里的旧名，如 [{"name":"…","until":2023}]',
};

const FIELDS_EN: Readonly<Record<string, string>> = {
  code: '3 to 15 digits in quotes, beginning with 1, 2, 3 or 5',
  name: 'words in quotes',
  explanation: 'words in quotes',
  meaning: 'words in quotes',
  formula: 'words in quotes',
  value: 'words in quotes, such as "95"',
  from: 'a year without quotes, such as 2024',
  until: 'a year without quotes, such as 2024',
  margin: 'a whole number from 1 to 5, without quotes',
  units: 'units in square brackets, such as ["km"]',
  aliases: 'names in square brackets',
  misspellings: 'names in square brackets',
  successors: 'codes in square brackets, such as ["2010301"]',
  former: 'former names in square brackets, such as [{"name":"…","until":2023}]',
};

/** Says what is wrong with a line of a user's catalogue or library, and how to write it instead. */
export function fileProblemZh({ line, reason, what, allowed }: RecordProblem): string {
  const place = `第 ${line} 行`;
  switch (reason) {
    case 'not-json':
      return `${place}不是一条完整的 JSON 记录：每条写在一行之内，引号、逗号、冒号用英文标点，如 {"name":"…"}`;
    case 'not-a-record':
      return `${place}不是一条记录：要写在花括号里，如 {"name":"…"}`;
    case 'missing-field':
      return `${place}缺少必填的 ${what}`;
    case 'unknown-field':
      return `${place}有不认识的字段 ${what}，可用的字段是 ${(allowed ?? []).join('、')}`;
    case 'wrong-field':
      return `${place}的 ${what} 不对${mustBe('，应为', allowed?.join('、') ?? FIELDS_ZH[fieldOf(what)])}`;
    case 'twice':
      return `${place}的“${what}”前面已经有了`;
  }
}

/** The same in English. */
export function fileProblemEn({ line, reason, what, allowed }: RecordProblem): string {
  const place = `line ${line}`;
  switch (reason) {
    case 'not-json':
      return `${place} is no complete JSON record: each stands on one line of its own, such as {"name":"…"}`;
    case 'not-a-record':
      return `${place} is no record: one stands in braces, such as {"name":"…"}`;
    case 'missing-field':
      return `${place} lacks ${what}, which is required`;
    case 'unknown-field':
      return `${place} has an unknown field ${what}; the fields are ${(allowed ?? []).join(', ')}`;
    case 'wrong-field':
      return `${place}: ${what} is wrong${mustBe('; it must be ', allowed?.join(', ') ?? FIELDS_EN[fieldOf(what)])}`;
    case 'twice':
      return `${place} repeats “${what}”`;
  }
}

/** `aliases` for `aliases.0`. */
function fieldOf(what: string): string {
  return what.split('.')[0] ?? '';
}

function mustBe(words: string, what: string | undefined): string {
  return what === undefined ? '' : `${words}${what}`;
}
