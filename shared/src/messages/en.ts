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
    'rounding-difference': {
      name: 'Rounding difference',
      summary: 'A total differs from its parts by no more than rounding explains.',
    },
    'code-unknown': { name: 'Unknown code', summary: 'The code is not in the classification of accounts.' },
    'merge-conflict': {
      name: 'Merge conflict',
      summary: 'Two versions are not merged; the text cannot be published.',
    },
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
    'rounding-difference': (params) =>
      `Rounding difference of ${differenceText(params.expected, params.actual)}: ${place(params)} is ${amountText(params.actual)}, its parts add up to ${amountText(params.expected)}; rounding explains it.`,
    'code-unknown': codeText,
    'merge-conflict': ({ lineCount }) =>
      `Unresolved merge conflict: two versions stand in these ${lineCount} line${lineCount === 1 ? '' : 's'}; which one holds is not known, so nothing in them and no sum of a table they cut is checked.`,
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
  const { expected, actual } = params;
  return `This figure looks wrong: it is ${amountText(actual)}; with ${amountText(expected)}, ${place(params)} and every sum it takes part in would agree.`;
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
