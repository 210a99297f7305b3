import type {
  MissingCellParams,
  NothingStatedParams,
  PrivateDataKind,
  TextRule,
} from '../proseRuleParams.ts';
import type { RuleWords } from './language.ts';

/** The words of the rules about the text as it stands. */
export const TEXT_EN: RuleWords<TextRule> = {
  rules: {
    'private-data': {
      name: 'Personal data',
      summary: 'Numbers of identity cards, bank cards and mobile telephones must not be published.',
    },
    'empty-table': { name: 'Empty table', summary: 'Of a table without figures the text must say so.' },
    'nothing-stated': {
      name: 'Said to be none',
      summary: 'What is said not to be must be in no table, and a note must speak of its own table.',
    },
    'template-text': {
      name: 'Text of the template',
      summary: 'Instructions and blanks of a template must not be published.',
    },
    'word-slip': { name: 'Word', summary: 'A word typed for another that sounds alike.' },
    'unpaired-mark': { name: 'Unpaired mark', summary: 'Brackets and quotation marks must stand in pairs.' },
    numbering: { name: 'Numbers of a list', summary: 'Numbers must neither repeat nor skip.' },
    'contents-entry': {
      name: 'Table of contents',
      summary: 'Entries of the table of contents must be the headings of the text.',
    },
    'stale-year': {
      name: 'Year of another edition',
      summary: 'Years in titles and sentences must be those of this edition.',
    },
    'organ-name': { name: 'Name of the organ', summary: 'The reporting body must be that of the cover.' },
    'document-kind': {
      name: 'Kind of document',
      summary: 'A department is called 部门 and a unit 单位; titles of a budget must not say 决算.',
    },
    'missing-content': {
      name: 'Missing content',
      summary: 'Tables and sections that the rules ask for must be there.',
    },
    'missing-unit': { name: 'Table without a unit', summary: 'Each table must say its unit.' },
    'unit-scale': {
      name: 'Wrong scale',
      summary: 'Figures that are ten thousand times what their unit says.',
    },
    'missing-cell': {
      name: 'Empty cell',
      summary: 'An amount needs a name, a total an amount, a project its name.',
    },
    'repeated-heading': {
      name: 'Repeated heading',
      summary: 'A header must not have the same account twice.',
    },
    'row-name': { name: 'Name of a row', summary: 'Other tables print this amount for another account.' },
    'copied-text': {
      name: 'Copied words',
      summary: 'Words that stand in the text twice differ in one character.',
    },
  },
  findings: {
    'private-data': ({ kind }) =>
      `This seems to be the number of ${PRIVATE[kind]}; take it out before publishing.`,
    'empty-table': ({ state }) =>
      state === 'no-body'
        ? 'There is a title with its unit and no table; where there is nothing, say so and why.'
        : 'This table has no figures, and the text does not say that there is nothing.',
    'nothing-stated': nothingStatedText,
    'template-text': ({ printed }) => `“${printed}” seems to be of the template: fill it in, or take it out.`,
    'word-slip': ({ printed, meant, context }) =>
      context === '' || context === printed
        ? `“${printed}” should be “${meant}”.`
        : `“${printed}” in “${context}” should be “${meant}”.`,
    'unpaired-mark': ({ mark, context }) => `The mark ${mark} has no other half: ${context.trim()}`,
    numbering: ({ number, before }) =>
      number === before
        ? `Number ${number} stands here a second time.`
        : `Number ${number} stands behind number ${before}.`,
    'contents-entry': ({ entry, heading }) =>
      heading === ''
        ? `“${entry}” is in the table of contents and heads nothing in the text.`
        : `“${entry}” is “${heading}” in the text.`,
    'stale-year': ({ printed, year }) => `“${printed}” seems to be of another edition; it should be ${year}.`,
    'organ-name': ({ printed, organ }) => `The name here is “${printed}”, and “${organ}” elsewhere.`,
    'document-kind': ({ printed, meant }) => `“${printed}” should be “${meant}”, as in the other titles.`,
    'missing-content': ({ state, name }) =>
      state === 'table'
        ? `There is no “${name}”; an empty table should be there too, with a word of explanation.`
        : `Nothing is said of “${name}”.`,
    'missing-unit': ({ title }) => `${title === '' ? 'This table' : `《${title}》`} does not say its unit.`,
    'unit-scale': ({ printed, meant, figure, other }) =>
      `The unit is said to be ${printed}, and ${figure} seems to be in ${meant} (compare ${other}).`,
    'missing-cell': missingText,
    'repeated-heading': ({ name, meant }) =>
      meant === ''
        ? `“${name}” stands twice.`
        : `“${name}” stands twice; by the order of codes this is “${meant}”.`,
    'row-name': ({ printed, meant }) =>
      `Other tables print this amount for “${meant}”; here it is “${printed}”.`,
    'copied-text': ({ printed, other, line }) =>
      `The same words stand in line ${line}, but for one character: “${printed}” here, “${other}” there.`,
  },
};

const PRIVATE: { readonly [K in PrivateDataKind]: string } = {
  identity: 'an identity card',
  'bank-card': 'a bank card',
  mobile: 'a mobile telephone',
};

function missingText({ state, printed, meant }: MissingCellParams): string {
  const what = meant === '' ? '' : `; it may be “${meant}”`;
  switch (state) {
    case 'label':
      return `The row of ${printed} has no name${what}.`;
    case 'amount':
      return `An amount belongs here, and “${printed}” is written${what}.`;
    case 'total':
      return `The row has parts and no “${printed}”: ${meant} seems to be left out.`;
    case 'row-above':
      return `${printed} stands a row below its name “${meant}”.`;
    case 'project':
      return `Nothing is filled in behind 项目名称${what}.`;
  }
}

function nothingStatedText({ state, money, table, amount }: NothingStatedParams): string {
  const printed = `${table === '' ? 'another table' : `“${table}”`} has ${amount} of ${money}`;
  return {
    blank: `This table has no figures, while ${printed}.`,
    denied: `This says that there is no ${money}, while ${printed}.`,
    'no-vehicles': `This says that there are no vehicles, while ${printed}; it may be right where they are rented or pooled, or were given away in the year.`,
    'has-figures': 'This says that the table above has no figures, and it has some.',
    copied: `This speaks of ${money}, and the table above is one of ${table}: the note seems to be another table's.`,
  }[state];
}
