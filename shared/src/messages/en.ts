import type { Slip } from '../relations/slips.ts';
import type { CodeParams, SumParams } from '../rules.ts';
import { amountText, differenceText, formulaText } from './format.ts';
import type { Language } from './language.ts';

/** English, for those who set it. */
export const EN: Language = {
  rules: {
    'code-sum': { name: 'Code subtotal', summary: 'A 类 or 款 must equal the sum of the codes below it.' },
    'total-row': { name: 'Total row', summary: 'The total row must equal the sum of the top codes.' },
    'row-sum': { name: 'Total column', summary: 'A 合计 or 小计 column must equal the sum of its parts.' },
    'numbered-sum': {
      name: 'Listed sum',
      summary: 'A total must equal the sum of the items listed above it.',
    },
    balance: { name: 'Balance', summary: 'Total income must equal total expenditure.' },
    'between-tables': {
      name: 'Tables disagree',
      summary: 'A figure that several tables print must be the same in all of them.',
    },
    'exceeds-whole': { name: 'Part exceeds whole', summary: 'A part must not exceed its whole.' },
    'rounding-difference': {
      name: 'Rounding difference',
      summary: 'A total differs from its parts by no more than rounding explains.',
    },
    'code-unknown': { name: 'Unknown code', summary: 'The code is not in the classification of accounts.' },
  },
  findings: {
    'code-sum': (params) => sumText(params, 'the codes below add up to'),
    'total-row': (params) => sumText(params, 'the top codes add up to'),
    'row-sum': (params) => sumText(params, 'its columns add up to'),
    'numbered-sum': (params) => sumText(params, 'the listed items add up to'),
    balance: (params) =>
      params.culprit === 'total'
        ? `Income and expenditure do not balance: “${label(params.row)}” is ${amountText(params.actual)}, total income is ${amountText(params.expected)}, a difference of ${differenceText(params.expected, params.actual)}.`
        : addendText(params),
    'between-tables': (params) => (params.culprit === 'total' ? betweenText(params) : addendText(params)),
    'exceeds-whole': (params) => (params.culprit === 'total' ? exceedsText(params) : addendText(params)),
    'rounding-difference': (params) =>
      `Rounding difference of ${differenceText(params.expected, params.actual)}: ${place(params)} is ${amountText(params.actual)}, its parts add up to ${amountText(params.expected)}; rounding explains it.`,
    'code-unknown': codeText,
  },
  fix: (action) =>
    action.kind === 'replace-amount'
      ? `Change to ${action.newText}`
      : `Change to ${action.code} ${action.name}`,
  related: ({ role, label: text }) => (role === 'total' ? `Total affected: ${text}` : `Addend: ${text}`),
};

function sumText(params: SumParams, how: string): string {
  if (params.culprit === 'addend') return addendText(params);
  const { expected, actual, operands } = params;
  return `Sum does not agree: ${place(params)} is ${amountText(actual)}, ${how} ${amountText(expected)}, a difference of ${differenceText(expected, actual)} (${formulaText(operands)}).`;
}

function addendText(params: SumParams): string {
  const { expected, actual, slip } = params;
  const how = slip ? ` (${SLIPS[slip]})` : '';
  return `This figure looks wrong: it is ${amountText(actual)}; with ${amountText(expected)}${how}, ${place(params)} and every sum it takes part in would agree.`;
}

const SLIPS: { readonly [S in Slip]: string } = {
  digit: 'one digit is wrong',
  transposed: 'two digits are swapped',
  dropped: 'a digit is missing',
  doubled: 'a digit stands twice',
  point: 'the decimal point is off',
  unit: '元 and 万元 are mixed up',
  sign: 'the sign is wrong',
};

function betweenText(params: SumParams): string {
  const { expected, actual, operands } = params;
  const other = operands.map(({ label: text }) => label(text)).join(', ');
  return `Tables disagree: ${place(params)} is ${amountText(actual)}, ${other} is ${amountText(expected)}, a difference of ${differenceText(expected, actual)}.`;
}

function exceedsText(params: SumParams): string {
  const { expected, actual, operands } = params;
  const part = operands.map(({ label: text }) => label(text)).join(', ');
  return `Part exceeds whole: ${part} is ${amountText(expected)}, more than ${place(params)}, which is ${amountText(actual)}.`;
}

function place({ row, column }: SumParams): string {
  return column === '' ? `“${label(row)}”` : `“${label(row)}” (${column})`;
}

function label(text: string): string {
  return text.replace(/<[^>]*>|\*+/g, '').trim();
}

function codeText({ code, name, suggestion }: CodeParams): string {
  if (!suggestion)
    return `Code ${code} is not in the classification as known here; please check (it may be incomplete).`;
  const meant = `${suggestion.code} ${suggestion.name}`;
  return name === '' || suggestion.name !== name
    ? `Code ${code} is not in the classification; ${meant} may be meant.`
    : `Code ${code} does not exist; “${name}” is ${suggestion.code}.`;
}
