import type { CodeNameParams, CodeParams } from '../codeRuleParams.ts';
import type { RelatedPlace } from '../findings.ts';
import type { Slip } from '../relations/slips.ts';
import type { SilenceParams } from '../rules.ts';
import type { SumParams, TablePercentParams } from '../tableRuleParams.ts';
import {
  amountText,
  differenceText,
  formulaText,
  headingLabel,
  plainLabel as label,
  namedCodeText,
  quotientText,
} from './format.ts';
import { INDICATORS_EN } from './indicators.en.ts';
import type { Language } from './language.ts';
import { PROSE_EN } from './prose.en.ts';
import { TEXT_EN } from './text.en.ts';

const CLASSIFICATION: Language['classification'] = {
  revenue: 'Classification of revenue (收入分类科目)',
  functional: 'Functional classification of expenditure (支出功能分类科目)',
  'economic-department': 'Economic classification, departmental budget (部门预算支出经济分类科目)',
  'economic-government': 'Economic classification, government budget (政府预算支出经济分类科目)',
};

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
    'slid-column': {
      name: 'Slid column',
      summary: 'A few figures of a column stand a row too high or too low.',
    },
    'table-percent': {
      name: 'Percentage does not fit',
      summary: 'A column of percentages must agree with the figures of its rows.',
    },
    'unit-price': {
      name: 'Quantity times price',
      summary: 'In a list of purchases an amount must be its quantity times its price.',
    },
    'negative-amount': {
      name: 'Amount below zero',
      summary: 'What is planned or spent is not below zero as a rule.',
    },
    'rounding-difference': {
      name: 'Rounding difference',
      summary: 'A total differs from its parts by no more than rounding explains.',
    },
    'code-unknown': { name: 'Unknown code', summary: 'The code is not in the classification of accounts.' },
    'merge-conflict': {
      name: 'Merge conflict',
      summary: 'Two versions are not merged; the text cannot be published.',
    },
    'code-digits': {
      name: 'Number of digits',
      summary: 'Codes of 类, 款 and 项 have three, five and seven digits.',
    },
    'code-kind': {
      name: 'Mixed classifications',
      summary: 'No economic codes in a table of functional ones, and the reverse.',
    },
    'code-name': {
      name: 'Name of a code',
      summary: 'The name beside a code must be its name in the year of the document.',
    },
    'code-year': { name: 'Code and year', summary: 'A code must be in use in the year of the document.' },
    'code-parent': { name: 'Misplaced code', summary: 'A code must stand under its own 类 and 款.' },
    'code-duplicate': { name: 'Repeated code', summary: 'A code must stand once only for each body.' },
    'code-subtotal': {
      name: 'Missing subtotal row',
      summary: 'A 款 should have a row above its 项, a 类 above its 款.',
    },
    'code-order': { name: 'Order of codes', summary: 'Codes are listed in ascending order.' },
    'project-amount': {
      name: 'Money of a project',
      summary: 'The money of a project equals its sources and what it is spent on.',
    },
    ...INDICATORS_EN.rules,
    ...PROSE_EN.rules,
    ...TEXT_EN.rules,
    'silence-unused': {
      name: 'Void silence',
      summary: 'A silence must name a rule and a reason, and there must be something to be silent about.',
    },
  },
  findings: {
    'code-sum': (params) => sumText(params, 'the codes below add up to'),
    'total-row': (params) => sumText(params, 'the top codes add up to'),
    'row-sum': (params) => sumText(params, 'its columns add up to'),
    'numbered-sum': (params) => sumText(params, 'the listed items add up to'),
    balance: (params) =>
      params.culprit === 'total'
        ? `Income and expenditure do not balance: ${place(params)} is ${amountText(params.actual)}, ${params.column === '' ? 'total income' : 'what that budget brings, with what was carried over,'} is ${amountText(params.expected)}, a difference of ${differenceText(params.expected, params.actual)}.`
        : addendText(params),
    'between-tables': (params) => (params.culprit === 'total' ? betweenText(params) : addendText(params)),
    'exceeds-whole': (params) => (params.culprit === 'total' ? exceedsText(params) : addendText(params)),
    'slid-column': ({ slid, count, atMost, first, last, lostRow, lost, twin }) =>
      `Slid column: from “${label(first)}” to “${label(last)}” the figures of ${atMost ? 'up to ' : ''}${count} rows seem to stand one row too ${slid === 'up' ? 'high' : 'low'}; moved back, and with ${amountText(lost)} for “${label(lostRow)}”, ${twin ? `each row would be as in “${label(twin)}”` : 'every sum would agree'}.`,
    'table-percent': percentText,
    'unit-price': ({ row, column, actual, expected, quantity, price }) =>
      `“${label(column)}” of “${label(row)}” is ${amountText(actual)}, but ${amountText(quantity)} at ${amountText(price)} each are ${amountText(expected)}; one of the three is wrong.`,
    'negative-amount': ({ row, column, actual }) =>
      `“${label(column)}” of “${label(row)}” is below zero, ${amountText(actual)}: as a rule only what is taken back or corrected is.`,
    'rounding-difference': (params) =>
      `Rounding difference of ${differenceText(params.expected, params.actual)}: ${place(params)} is ${amountText(params.actual)}, its parts add up to ${amountText(params.expected)}; ${params.unlikely ? `the rounding of ${params.operands.length} figures may explain it at worst, but is seldom off so far: please check` : 'rounding explains it'}.`,
    'code-unknown': codeText,
    'merge-conflict': ({ lineCount }) =>
      lineCount === 1
        ? 'A mark of a merge conflict was left in the text.'
        : `Unresolved merge conflict: two versions stand in these ${lineCount} line${lineCount === 1 ? '' : 's'}; which one holds is not known, so nothing in them and no sum of a table they cut is checked.`,
    'code-digits': ({ code, name, suggestion }) =>
      `${code} cannot be a code${suggestion ? `; “${name}” is ${suggestion.code}` : ''}.`,
    'code-kind': ({ code, own, table, suggestion }) =>
      `${code} is of the ${CLASSIFICATION[own]}, the table of the ${CLASSIFICATION[table]}${
        suggestion ? `; ${namedCodeText(suggestion)} may be meant` : ''
      }.`,
    'code-name': nameText,
    'code-year': ({ code, state, year, bound, successors }) =>
      state === 'not-yet'
        ? `Code ${code} is in use since ${bound}, and not yet in ${year}.`
        : `Code ${code} was in use until ${bound}, and no longer in ${year}${
            successors.length > 0 ? `; replaced by ${successors.map(namedCodeText).join(', ')}` : ''
          }.`,
    'code-parent': ({ code, name, parent, above, suggestion }) =>
      suggestion
        ? `${code} stands under ${namedCodeText(above)}, where “${name}” is ${suggestion.code}.`
        : `${code} belongs to ${namedCodeText(parent)}, but stands under ${namedCodeText(above)}.`,
    'code-duplicate': (params) => `Code ${namedCodeText(params)} stands here a second time.`,
    'code-subtotal': (params) => `The subtotal row of ${namedCodeText(params)} is missing.`,
    'code-order': ({ code, behind }) => `Codes are not in order: ${code} stands behind ${behind}.`,
    'project-amount': (params) => sumText(params, 'the listed items add up to'),
    ...INDICATORS_EN.findings,
    ...PROSE_EN.findings,
    ...TEXT_EN.findings,
    'silence-unused': silenceText,
  },
  classification: CLASSIFICATION,
  fix: (action) => {
    switch (action.kind) {
      case 'replace-amount':
        return `Change to ${action.newText}`;
      case 'move-figures':
        return 'Move these figures back to their rows';
      case 'turn-direction':
        return action.fell ? 'Say that it fell' : 'Say that it rose';
      case 'swap-figures':
        return 'Swap the two figures';
      case 'replace-code':
        return `Change to ${action.code} ${action.name}`;
      case 'replace-name':
        return `Change the name to “${action.name}”`;
      case 'replace-value':
        return `Change to ${action.newText}`;
      case 'insert-row':
        return `Insert the subtotal row of ${namedCodeText(action)}`;
      case 'sort-rows':
        return 'Sort the rows by code';
      case 'remove-rows':
        return action.count === 1
          ? 'Remove this row'
          : `Remove the ${action.count} rows of this table that were not filled in`;
      case 'move-row':
        return `Move under “${action.group}”`;
      case 'spread-weights':
        return `Scale the weights to add up to ${action.sum}`;
      case 'silence':
        return `Silence “${EN.rules[action.rule].name}” ${action.table ? 'in this table' : 'here'} (give a reason)`;
      case 'remove-silence':
        return 'Delete this silence';
    }
  },
  related: ({ role, label: text }) => `${RELATED[role]}: ${label(text)}`,
};

const RELATED: { readonly [R in RelatedPlace['role']]: string } = {
  total: 'Total affected',
  operand: 'Addend',
  compared: 'Compare',
  'same-code': 'Same code',
  'same-indicator': 'Same indicator',
  another: 'Another one',
};

function percentText(params: TablePercentParams): string {
  const { row, column, actual, expected, witnesses } = params;
  return `“${label(column)}” of “${label(row)}” is ${amountText(actual)}, but ${quotientText(params)} is ${amountText(expected)}; ${witnesses} other rows of the column are worked out so.`;
}

function silenceText({ state, silenced }: SilenceParams): string {
  switch (state) {
    case 'unused':
      return `There is no “${silenced}” to be silent about here; delete this line.`;
    case 'no-reason':
      return `No reason is given, so nothing is silenced: write it behind “${silenced}”.`;
    case 'no-rule':
      return 'No rule is named, so nothing is silenced: write “预算公开：忽略 rule reason”.';
    case 'unknown-rule':
      return `There is no rule “${silenced}”, so nothing is silenced: write the id or the Chinese name of one.`;
    case 'not-at-top':
      return '全文 belongs at the top of the file; nothing is silenced.';
  }
}

function nameText({ code, name, state, right, until, suggestion }: CodeNameParams): string {
  switch (state) {
    case 'another':
      return suggestion
        ? `Code and name do not agree: ${code} is “${right}”; “${name}” is ${suggestion.code}.`
        : `Code and name do not agree: ${code} is “${right}”; “${name}” is the name of other codes.`;
    case 'old':
      return `The name “${name}” of ${code} was in use until ${until}; it is “${right}” now.`;
    case 'altered':
      return `The name of ${code} should be “${right}”.`;
    default:
      return `The name of ${code} is “${right}”; “${name}” is printed, please check.`;
  }
}

function sumText(params: SumParams, how: string): string {
  if (params.swappedWith !== undefined) return swapText(params, params.swappedWith);
  if (params.culprit === 'addend') return addendText(params);
  const { expected, actual, operands } = params;
  if (params.lostRow !== undefined) return lostText(params, params.lostRow, how);
  if (params.blank) return blankText(params, params.blank);
  return `Sum does not agree: ${place(params)} is ${amountText(actual)}, ${how} ${amountText(expected)}, a difference of ${differenceText(expected, actual)} (${formulaText(operands)})${witnessText(params)}${besideText(params)}.`;
}

function blankText(params: SumParams, { row, column, value }: NonNullable<SumParams['blank']>): string {
  const cell = column === '' ? `a cell of “${label(row)}”` : `“${label(column)}” of “${label(row)}”`;
  return `A figure seems to be left out: ${cell} is blank; with ${amountText(value)} every sum would agree. ${place(params)} is ${amountText(params.actual)}.`;
}

function lostText(params: SumParams, row: string, how: string): string {
  const { expected, actual, operands } = params;
  const missing = `${differenceText(expected, actual)}${row === '' ? '' : ` (${label(row)})`}`;
  return `A row of ${missing} seems to be missing: ${place(params)} is ${amountText(actual)}, ${how} ${amountText(expected)} (${formulaText(operands)}).`;
}

/** A sum that no header states is believed for the rows in which it holds; they are named with it. */
function besideText({ countsBeside }: SumParams): string {
  return countsBeside === undefined
    ? ''
    : `; “${headingLabel(countsBeside)}” has a column of its own and is no part of it, nor does another table count it`;
}

function witnessText({ witnesses }: SumParams): string {
  return witnesses === undefined ? '' : `; ${witnesses} other rows of the table add up so`;
}

function swapText({ expected, actual, swappedOr = [] }: SumParams, other: string): string {
  const rivals = swappedOr.map((place) => `“${label(place)}”`).join(', ');
  const or = rivals === '' ? '' : `; it may as well be the two of ${rivals} that were exchanged`;
  return `Two figures look exchanged: it is ${amountText(actual)} here and ${amountText(expected)} in “${label(other)}”; the other way round every sum they take part in would agree${or}.`;
}

function addendText(params: SumParams): string {
  const { expected, actual, slip } = params;
  const how = slip ? ` (${SLIPS[slip]})` : '';
  return `This figure looks wrong: it is ${amountText(actual)}; with ${amountText(expected)}${how}, ${place(params)} and every sum it takes part in would agree${witnessText(params)}.`;
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
  const { expected, actual, operands, slip } = params;
  const how = slip ? `: ${SLIPS[slip]}, it seems` : '';
  const other = operands.map(({ label: text }) => label(text)).join(', ');
  const note = params.mayBe === undefined ? '' : '; it may be right where items are classified otherwise';
  return `Tables disagree: ${place(params)} is ${amountText(actual)}, ${other} is ${amountText(expected)}, a difference of ${differenceText(expected, actual)}${how}${note}.`;
}

function exceedsText(params: SumParams): string {
  const { expected, actual, operands } = params;
  const part = operands.map(({ label: text }) => label(text)).join(', ');
  const note =
    params.mayBe === undefined
      ? ''
      : '; it may be right where some is below the threshold of 政府采购 or outside its catalogue';
  return `Part exceeds whole: ${part} is ${amountText(expected)}, more than ${place(params)}, which is ${amountText(actual)}${note}.`;
}

function place({ row, column }: SumParams): string {
  const heading = headingLabel(column);
  if (label(row) === '') return heading === '' ? 'this figure' : `“${heading}”`;
  return heading === '' ? `“${label(row)}”` : `“${label(row)}” (${heading})`;
}

function codeText({ code, name, suggestion }: CodeParams): string {
  if (!suggestion)
    return `Code ${code} is not in the classification as known here; please check (it may be incomplete).`;
  const meant = `${suggestion.code} ${suggestion.name}`;
  return name === '' || suggestion.name !== name
    ? `Code ${code} is not in the classification; ${meant} may be meant.`
    : `Code ${code} does not exist; “${name}” is ${suggestion.code}.`;
}
