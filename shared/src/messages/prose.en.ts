import type {
  ChangeParams,
  ChangePartsParams,
  CompletionParams,
  LastYearParams,
  ProseRule,
  ProseSumParams,
  ProseTableParams,
} from '../proseRuleParams.ts';
import { plainLabel } from './format.ts';
import type { RuleWords } from './language.ts';

/** The words of the rules about what sentences say. */
export const PROSE_EN: RuleWords<ProseRule> = {
  rules: {
    'prose-change': {
      name: 'Change',
      summary: 'The difference, the percentage and the direction of a change must agree with its figures.',
    },
    'change-parts': {
      name: 'Changes of the parts',
      summary: 'The changes of all parts must come to the change of the whole.',
    },
    'prose-sum': {
      name: 'Parts in a sentence',
      summary: 'The parts that a sentence lists must add up to their whole.',
    },
    'prose-share': { name: 'Share', summary: 'A share must be that of its part of the whole.' },
    'prose-completion': {
      name: 'Completion',
      summary: 'Final account, initial budget, the percentage and the words for it must agree.',
    },
    'missing-reason': { name: 'Missing reason', summary: 'A change needs its main reason.' },
    'reason-direction': {
      name: 'Reason against direction',
      summary: 'A reason for a rise should not speak of a fall alone.',
    },
    'prose-table': {
      name: 'Text and table',
      summary: 'A figure of the text must be that of the table for the same money.',
    },
    'prose-unit': { name: 'Unit of money', summary: 'A unit must stand once, whole, and as in the tables.' },
    'last-year': {
      name: "Against last year's disclosure",
      summary: "What is compared with last year must agree with last year's disclosure.",
    },
    'department-sum': {
      name: 'Department and its bodies',
      summary: 'What a department is given must be the sum of what its bodies are.',
    },
    'project-name': { name: 'Project name', summary: 'A project should have one name in text and tables.' },
  },
  findings: {
    'prose-change': changeText,
    'change-parts': partsText,
    'prose-sum': sumText,
    'prose-share': ({ state, label, printed, expected, of }) =>
      ({
        share: `The share of ${subject(label)}${of === '' ? '' : ` in “${plainLabel(of)}”`} should be ${expected}, and is ${printed}.`,
        amount: `By the share that the text gives, ${of}, ${subject(label)} should be about ${expected}, and is ${printed}.`,
        sum: `The shares of all parts come to ${expected}, not to a hundred.`,
      })[state],
    'prose-completion': completionText,
    'missing-reason': ({ label }) => `${subject(label)} changed, and no reason is given.`,
    'reason-direction': ({ label, direction, printed }) =>
      `${subject(label)} ${direction === 'up' ? 'rose' : 'fell'}; the reason speaks of “${printed}” alone.`,
    'prose-table': tableText,
    'prose-unit': ({ state, printed, unit }) =>
      ({
        doubled: `“${printed}” should be “${unit}”.`,
        cut: `元 is missing behind “${printed}”.`,
        missing:
          unit === '%'
            ? `“${printed}” has no percent sign.`
            : `“${printed}” has no unit of money; ${unit} seems to be meant.`,
        scale: `“${printed}” here; a table or another sentence has the same amount in ${unit}.`,
        odd: `“${printed}” here; all other amounts around it are in ${unit}.`,
      })[state],
    'project-name': ({ printed, meant }) => `This project is “${printed}” here and “${meant}” in the tables.`,
    'last-year': lastYearText,
    'department-sum': ({ printed, sum, bodies }) =>
      `${printed} here; the disclosures of its ${bodies.length} bodies come to ${sum} (${bodies.join(', ')}).`,
  },
};

function subject(label: string): string {
  const words = plainLabel(label);
  return words === '' ? 'This figure' : `“${words}”`;
}

function changeText({ state, label, printed, expected, base }: ChangeParams): string {
  const what = subject(label);
  switch (state) {
    case 'percent':
      return `The percentage should be ${expected} by ${what} and its change, and is ${printed}.`;
    case 'other-base':
      return `${printed} is of “${plainLabel(base ?? '')}”${base === label ? ' of this year' : ''}; of ${what} of the year before it is ${expected}.`;
    case 'amount':
      return `${what} of the two years differ by ${expected}, not by ${printed}.`;
    case 'rose':
      return `${what} is ${printed} and was ${expected}: it rose.`;
    case 'fell':
      return `${what} is ${printed} and was ${expected}: it fell.`;
    case 'flat':
      return `Said to be the same, with a difference of ${printed}.`;
    case 'down-fits':
      return `A fall of ${what} by ${printed} is ${expected}, a rise is not: it seems to have fallen.`;
    case 'up-fits':
      return `A rise of ${what} by ${printed} is ${expected}, a fall is not: it seems to have risen.`;
    case 'two-words':
      return `${what} is said to rise and to fall.`;
    case 'figure':
      return `By the other figures of ${what} this should be about ${expected}, and is ${printed}.`;
    case 'of-nothing':
      return `${what} was nothing the year before, so that ${printed} is a percentage of nothing.`;
    case 'elsewhere':
      return `The change of ${what} is ${printed} here and ${expected} elsewhere.`;
    case 'turned-elsewhere':
      return `The change of ${what} by ${printed} is a rise in one place and a fall in another.`;
  }
}

function partsText({ label, printed, sum, items }: ChangePartsParams): string {
  const formula = items.map((item) => `${plainLabel(item.label)} ${item.text}`.trim()).join(', ');
  return `${subject(label)} changed by ${printed}; the changes of its parts come to ${sum} (${formula}).`;
}

function completionText({ state, label, printed, expected, of }: CompletionParams): string {
  const what = subject(label);
  switch (state) {
    case 'percent':
      return `By the final account and the budget of ${what} the percentage is ${expected}, not ${printed}.`;
    case 'amount':
      return `By the percentage that the text gives, ${of}, ${what} should be about ${expected} here, and is ${printed}.`;
    case 'more':
      return `The final account of ${what}, ${printed}, is no more than the budget, ${expected}.`;
    case 'less':
      return `The final account of ${what}, ${printed}, is no less than the budget, ${expected}.`;
    case 'equal':
      return `The final account of ${what}, ${printed}, is not the budget, ${expected}.`;
  }
}

function sumText({ label, printed, sum, items, whole, exchanged }: ProseSumParams): string {
  if (exchanged)
    return `${subject(label)} ${printed} and ${subject(exchanged.label)} ${exchanged.text} seem to be exchanged: the other way round the parts add up.`;
  const formula = items.map((item) => `${plainLabel(item.label)} ${item.text}`.trim()).join(' + ');
  return `${subject(label)} is ${printed}; its parts ${whole ? 'add up' : 'come'} to ${sum} (${formula}).`;
}

function tableText({ label, printed, expected, table, row, column, sentences }: ProseTableParams): string {
  if (sentences !== undefined)
    return `${subject(label)} is ${printed} here and ${expected} in ${sentences} other sentences.`;
  const place = [column, row].flatMap((words) => (words === '' ? [] : `“${plainLabel(words)}”`)).join(' of ');
  const where = table === '' ? 'the table' : `《${table}》`;
  return `${subject(label)} is ${printed} in the text; ${place === '' ? 'it' : place} is ${expected} in ${where}.`;
}

function lastYearText({ state, label, unit, last, expected }: LastYearParams): string {
  const known = `${subject(label)} is ${last} ${unit} in last year's disclosure`;
  if (state === 'figure') return `${known}, another figure than here.`;
  return state === 'percent'
    ? `${known}: the change is ${expected}.`
    : `${known}: the change is ${expected} ${unit}.`;
}
