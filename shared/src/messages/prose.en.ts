import type { ChangeParams, PrivateDataKind, ProseRule, ProseSumParams } from '../rules.ts';
import { plainLabel } from './format.ts';
import type { RuleWords } from './language.ts';

/** The words of the rules about what sentences say. */
export const PROSE_EN: RuleWords<ProseRule> = {
  rules: {
    'prose-change': {
      name: 'Change',
      summary: 'The difference, the percentage and the direction of a change must agree with its figures.',
    },
    'prose-sum': {
      name: 'Parts in a sentence',
      summary: 'The parts that a sentence lists must add up to their whole.',
    },
    'missing-reason': { name: 'Missing reason', summary: 'A change needs its main reason.' },
    'prose-table': {
      name: 'Text and table',
      summary: 'A figure of the text must be that of the table for the same money.',
    },
    'prose-unit': { name: 'Unit of money', summary: 'A unit must stand once, and whole.' },
    'empty-table': { name: 'Empty table', summary: 'Of a table without figures the text must say so.' },
    'template-text': {
      name: 'Text of the template',
      summary: 'Instructions and blanks of a template must not be published.',
    },
    'word-slip': { name: 'Word', summary: 'A word typed for another that sounds alike.' },
    numbering: { name: 'Numbers of a list', summary: 'Numbers must neither repeat nor skip.' },
    'private-data': {
      name: 'Personal data',
      summary: 'Numbers of identity cards, bank cards and mobile telephones must not be published.',
    },
  },
  findings: {
    'prose-change': changeText,
    'prose-sum': sumText,
    'missing-reason': ({ label }) => `${subject(label)} changed, and no reason is given.`,
    'prose-table': ({ label, printed, expected, table }) =>
      `${subject(label)} is ${printed} in the text and ${expected} in ${table === '' ? 'the table' : `《${table}》`}.`,
    'prose-unit': ({ state, printed, unit }) =>
      state === 'doubled' ? `“${printed}” should be “${unit}”.` : `元 is missing behind “${printed}”.`,
    'empty-table': ({ state }) =>
      state === 'no-body'
        ? 'There is a title with its unit and no table; where there is nothing, say so and why.'
        : 'This table has no figures, and the text does not say that there is nothing.',
    'template-text': ({ printed }) => `“${printed}” seems to be of the template: fill it in, or take it out.`,
    'word-slip': ({ printed, meant }) => `“${printed}” should be “${meant}”.`,
    numbering: ({ number, before }) => `Number ${number} stands behind number ${before}.`,
    'private-data': ({ kind }) =>
      `This seems to be the number of ${PRIVATE[kind]}; take it out before publishing.`,
  },
};

const PRIVATE: { readonly [K in PrivateDataKind]: string } = {
  identity: 'an identity card',
  'bank-card': 'a bank card',
  mobile: 'a mobile telephone',
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
      return `${printed} is of “${plainLabel(base ?? '')}”; of ${what} of the year before it is ${expected}.`;
    case 'amount':
      return `${what} of the two years differ by ${expected}, not by ${printed}.`;
    case 'rose':
      return `${what} is ${printed} and was ${expected}: it rose.`;
    case 'fell':
      return `${what} is ${printed} and was ${expected}: it fell.`;
    case 'flat':
      return `Said to be the same, with a difference of ${printed}.`;
  }
}

function sumText({ label, printed, sum, items, whole }: ProseSumParams): string {
  const formula = items.map((item) => `${plainLabel(item.label)} ${item.text}`.trim()).join(' + ');
  return `${subject(label)} is ${printed}; its parts ${whole ? 'add up' : 'come'} to ${sum} (${formula}).`;
}
