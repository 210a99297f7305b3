import { parseArgs } from 'node:util';
import { LANGUAGES } from '#core/messages/messages.ts';
import { ruleNamed } from '#core/messages/ruleNames.ts';
import type { RuleId } from '#core/rules.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';

/** The language in which the terminal answers. */
export type LanguageName = Settings['language'];
/** For people, or for programs. */
export type Format = 'text' | 'json';

/** What the terminal is asked to do, and in which language it answers. */
export interface Invocation {
  readonly language: LanguageName;
  readonly command: Command;
}

/** One of the commands there are. */
export type Command = CheckCommand | ExplainCommand | HelpCommand | VersionCommand | MisusedCommand;

/** Checks files and prints what is found. */
export interface CheckCommand {
  readonly kind: 'check';
  /** At least one path of a file or folder, as given. */
  readonly files: readonly string[];
  readonly format: Format;
  /** Whether the text report shows findings of severity hint. */
  readonly hints: boolean;
  /** Catalogue files of the user's, the last counting most. */
  readonly catalogues: readonly string[];
  /** Files with performance indicators of the user's, likewise. */
  readonly indicators: readonly string[];
}

/** Says what a rule checks, how severe it is, and where docs/RULES.md has more of it. */
export interface ExplainCommand {
  readonly kind: 'explain';
  readonly rule: RuleId;
}

/** Says how the terminal is used. */
export interface HelpCommand {
  readonly kind: 'help';
}

/** Says which version this is. */
export interface VersionCommand {
  readonly kind: 'version';
}

/** Arguments that make no command: the answer says why, with exit code 2. */
export interface MisusedCommand {
  readonly kind: 'misused';
  readonly misuse: Misuse;
}

/** Why arguments make no command. `option` is written as it was given, with its dashes. */
export type Misuse =
  | { readonly reason: 'no-command' }
  | { readonly reason: 'unknown-command'; readonly command: string }
  | { readonly reason: 'unknown-option'; readonly option: string }
  | { readonly reason: 'missing-value'; readonly option: string }
  | { readonly reason: 'needless-value'; readonly option: string }
  | {
      readonly reason: 'wrong-value';
      readonly option: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  | { readonly reason: 'option-of-other-command'; readonly option: string; readonly command: string }
  | { readonly reason: 'no-file' }
  | { readonly reason: 'no-rule' }
  | { readonly reason: 'unknown-rule'; readonly rule: string }
  | { readonly reason: 'too-many-rules' };

const OPTIONS = {
  format: { type: 'string' },
  language: { type: 'string' },
  hints: { type: 'boolean' },
  catalogue: { type: 'string', multiple: true },
  indicators: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** The values of options that take only some. */
const ALLOWED: { readonly [N in OptionName]?: readonly string[] } = {
  format: ['text', 'json'] satisfies Format[],
  language: Object.keys(LANGUAGES),
};

/** Options that mean something to `check` only; elsewhere they would be ignored in silence. */
const OPTIONS_OF_CHECK = ['format', 'hints', 'catalogue', 'indicators'] as const;

/** Reads the arguments behind the script's name. Never throws: what cannot be read is a misuse with its reason. */
export function parseArguments(argv: readonly string[]): Invocation {
  // Not strict, because Node's own complaints are in English; tokens carry what is needed to make ours.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const language = isLanguage(values.language) ? values.language : DEFAULT_SETTINGS.language;
  const misuse = tokens
    .map((token) => (token.kind === 'option' ? optionMisuse(token) : undefined))
    .find((each) => each !== undefined);
  if (misuse) return { language, command: { kind: 'misused', misuse } };
  if (values.help) return { language, command: { kind: 'help' } };
  if (values.version) return { language, command: { kind: 'version' } };
  const [name, ...operands] = positionals;
  const given = OPTIONS_OF_CHECK.find((option) => values[option] !== undefined);
  switch (name) {
    case undefined:
      return { language, command: misused({ reason: 'no-command' }) };
    case 'check':
      return {
        language,
        command: check({
          files: operands,
          format: values.format === 'json' ? 'json' : 'text',
          hints: values.hints === true,
          catalogues: pathsOf(values.catalogue),
          indicators: pathsOf(values.indicators),
        }),
      };
    case 'explain':
      return { language, command: explain(operands, given) };
    default:
      return { language, command: misused({ reason: 'unknown-command', command: name }) };
  }
}

/** Not strict, an option without its value is `true`; that is a misuse already. */
function pathsOf(values: readonly (string | boolean)[] = []): string[] {
  return values.filter((path) => typeof path === 'string');
}

function check(asked: Omit<CheckCommand, 'kind'>): Command {
  return asked.files.length === 0 ? misused({ reason: 'no-file' }) : { kind: 'check', ...asked };
}

function explain([rule, ...more]: readonly string[], optionOfCheck: OptionName | undefined): Command {
  if (optionOfCheck !== undefined) {
    return misused({
      reason: 'option-of-other-command',
      option: `--${optionOfCheck}`,
      command: 'explain',
    });
  }
  if (rule === undefined) return misused({ reason: 'no-rule' });
  if (more.length > 0) return misused({ reason: 'too-many-rules' });
  const id = ruleNamed(rule);
  return id ? { kind: 'explain', rule: id } : misused({ reason: 'unknown-rule', rule });
}

function misused(misuse: Misuse): MisusedCommand {
  return { kind: 'misused', misuse };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function optionMisuse({ name, rawName: option, value }: OptionToken): Misuse | undefined {
  if (!isOption(name)) return { reason: 'unknown-option', option };
  if (OPTIONS[name].type === 'boolean')
    return value === undefined ? undefined : { reason: 'needless-value', option };
  if (value === undefined || value === '') return { reason: 'missing-value', option };
  const allowed = ALLOWED[name];
  return !allowed || allowed.includes(value) ? undefined : { reason: 'wrong-value', option, value, allowed };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function isLanguage(value: unknown): value is LanguageName {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}
