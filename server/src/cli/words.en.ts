import { SEVERITIES } from '#core/rules.ts';
import { isUnrecognised, type Reading } from '../reading.ts';
import { WORDS as EDITOR_WORDS } from '../words.ts';
import type { Misuse } from './arguments.ts';
import type { OwnFileFault } from './ownFiles.ts';
import { ruleList } from './ruleList.ts';
import type { Words } from './words.ts';

/** `information` has no plural. */
const COUNTED: Words['severities'] = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

const { figures, fileProblem, readProblem } = EDITOR_WORDS.en;

/** What the terminal says in English. */
export const en: Words = {
  help: `Budget Disclosure: checks the totals, balances and codes of budget disclosures

Usage:
  budget-disclosure check FILE|FOLDER... [options]    check files, and the text files of folders (.budget, .txt, .md)
  budget-disclosure explain RULE                      explain a rule, given by its id or its Chinese name

Options:
  --format text|json      output format of check, text by default
  --hints                 list hints too in the text format (rounding differences, say)
  --catalogue FILE        a catalogue of your own, laid over the one that comes along; may be repeated
  --indicators FILE       a library of performance indicators of your own, likewise
  --language zh-cn|en     language of the output, zh-cn by default
  -h, --help              show this help
  -v, --version           show the version

Files may be UTF-8, UTF-16 or GB18030 (GBK); the encoding is recognised.

Exit codes:
  0  no error found
  1  at least one error found
  2  not completed: a file could not be read or checked, a catalogue or library has faults, or the arguments are wrong

Rules:
${ruleList('en')}`,
  seeHelp: 'See --help for the usage.',
  // Problem matchers read `info`, not `information`.
  severities: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },
  misuse: misuseWords,
  unreadable: (path, problem) => `Cannot read ${path}: ${readProblem(problem)}`,
  failed: (path, detail) => `Cannot check ${path}: a fault of this program, please report it (${detail})`,
  catalogueFault: (fault) => ownFileFault('catalogue', fault),
  libraryFault: (fault) => ownFileFault('library of indicators', fault),
  reading: readingWords,
  summary: ({ files, unrecognised, shown, hiddenHints, silenced }) => {
    const counts = SEVERITIES.filter((severity) => shown[severity] > 0).map((severity) =>
      count(shown[severity], COUNTED[severity]),
    );
    const nothing = files > 0 && unrecognised === files ? figures.nothingRead : 'no problems found';
    const found = counts.length === 0 ? nothing : counts.join(', ');
    const blank =
      unrecognised === 0 || found === figures.nothingRead
        ? ''
        : `; in ${unrecognised} ${figures.nothingRead}`;
    const hidden = hiddenHints === 0 ? '' : ` (${count(hiddenHints, 'hint')} not listed; add --hints)`;
    const ignored = silenced === 0 ? '' : `; ${silenced} silenced in the text`;
    return `Checked ${count(files, 'file')}: ${found}${blank}${ignored}${hidden}`;
  },
  leftOut: (folder, files) =>
    `${count(files, 'file')} of Word, Excel, WPS or PDF in ${folder} left out: save as plain text (.txt) to check.`,
  defaultSeverity: 'Default severity: ',
  quickFix: 'Quick fix: ',
  available: 'yes',
  notAvailable: 'no',
  documentation: 'Documentation: ',
  crashed: 'Internal error; the check was not completed. Please report what follows:',
};

function readingWords(file: string, reading: Reading): string {
  if (isUnrecognised(reading)) return `${file}: ${figures.nothingRead}`;
  const { tables, unreadTables, figures: amounts, relations, holding } = reading;
  const unread = unreadTables === 0 ? '' : ` (${unreadTables} not read well, not checked)`;
  return `${file}: ${count(tables, 'table')}${unread}, ${count(amounts, 'amount')}, ${relations === 0 ? 'no relations to check' : figures.lens(holding, relations)}`;
}

function misuseWords(misuse: Misuse): string {
  switch (misuse.reason) {
    case 'no-command':
      return 'No command given.';
    case 'unknown-command':
      return `There is no command “${misuse.command}”; the commands are check and explain.`;
    case 'unknown-option':
      return `There is no option ${misuse.option}.`;
    case 'missing-value':
      return `Option ${misuse.option} needs a value.`;
    case 'needless-value':
      return `Option ${misuse.option} takes no value.`;
    case 'wrong-value':
      return `Option ${misuse.option} must be ${misuse.allowed.join(' or ')}, not “${misuse.value}”.`;
    case 'option-of-other-command':
      return `Option ${misuse.option} does not go with ${misuse.command}.`;
    case 'no-file':
      return 'No file or folder to check given.';
    case 'no-rule':
      return `No rule given; --help lists them.`;
    case 'unknown-rule':
      return `There is no rule “${misuse.rule}”; --help lists them.`;
    case 'too-many-rules':
      return 'Only one rule is explained at a time.';
  }
}

function ownFileFault(what: string, fault: OwnFileFault): string {
  return 'file' in fault
    ? `Cannot read the ${what} ${fault.path}: ${readProblem(fault.file)}`
    : `In the ${what} ${fault.path}: ${fileProblem(fault.line)}`;
}

function count(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
