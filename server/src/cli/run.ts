import { resolve } from 'node:path';
import { LANGUAGES } from '#core/messages/messages.ts';
import { parseSettings } from '#core/settings.ts';
import { CATALOGUE_FILES, INDICATOR_FILES } from '../fileKinds.ts';
import type { PathBelow } from '../filesBelow.ts';
import { type CheckCommand, type LanguageName, parseArguments } from './arguments.ts';
import { checkFiles } from './checkFiles.ts';
import { explainRule } from './explainRule.ts';
import { filesOf } from './folders.ts';
import { jsonReport } from './jsonReport.ts';
import { readOwnFiles } from './ownFiles.ts';
import { countFindings } from './report.ts';
import { textReport } from './textReport.ts';
import { WORDS } from './words.ts';

/** What the terminal needs of the world around it. */
export interface Host {
  readonly version: string;
  /** Gives the bytes of a path, or fails as node:fs does. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** The files below a folder; undefined for what is no folder. */
  readonly filesIn: (path: string) => Promise<readonly PathBelow[] | undefined>;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether what goes to `writeOut` may be coloured. */
  readonly colour: boolean;
}

/** 0: no error found. 1: at least one finding of severity error. 2: something could not be done. */
export type ExitCode = 0 | 1 | 2;

/** Does what the arguments behind the script's name ask for. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const { language, command } = parseArguments(argv);
  const words = WORDS[language];
  switch (command.kind) {
    case 'check':
      return check(command, language, host);
    case 'explain':
      host.writeOut(explainRule(command.rule, LANGUAGES[language], words));
      return 0;
    case 'help':
      host.writeOut(`${words.help}\n`);
      return 0;
    case 'version':
      host.writeOut(`${host.version}\n`);
      return 0;
    case 'misused':
      host.writeError(`${words.misuse(command.misuse)}\n${words.seeHelp}\n`);
      return 2;
  }
}

async function check(command: CheckCommand, languageName: LanguageName, host: Host): Promise<ExitCode> {
  const words = WORDS[languageName];
  const language = LANGUAGES[languageName];
  const codes = await readOwnFiles(CATALOGUE_FILES, command.catalogues, host.readFile);
  const library = await readOwnFiles(INDICATOR_FILES, command.indicators, host.readFile);
  for (const fault of codes.faults) host.writeError(`${words.catalogueFault(fault)}\n`);
  for (const fault of library.faults) host.writeError(`${words.libraryFault(fault)}\n`);
  const [catalogue, indicators] = [codes.whole, library.whole];
  if (!catalogue || !indicators) return 2;
  const settings = parseSettings({ language: languageName });
  const options = { settings, catalogue, indicators };
  const given = await filesOf(command.files, host.filesIn);
  const empty = given.filter(({ files }) => files.length === 0);
  for (const { path } of empty) host.writeError(`${words.unreadable(path, { kind: 'empty-folder' })}\n`);
  for (const { path, leftOut } of given)
    if (leftOut > 0) host.writeError(`${words.leftOut(path, leftOut)}\n`);
  const files = eachOnce(given.flatMap((each) => each.files));
  const checked = await checkFiles(files, options, host.readFile);
  for (const { file, problem, failure } of checked) {
    if (problem) host.writeError(`${words.unreadable(file, problem)}\n`);
    if (failure !== undefined) host.writeError(`${words.failed(file, failure)}\n`);
  }
  const reports = checked.flatMap(({ report }) => report ?? []);
  if (command.format === 'json') host.writeOut(jsonReport(reports, language));
  else if (reports.length > 0)
    host.writeOut(textReport(reports, { language, words, hints: command.hints, colour: host.colour }));
  if (empty.length > 0 || reports.length < files.length || codes.faults.length + library.faults.length > 0)
    return 2;
  return countFindings(reports, 'error') > 0 ? 1 : 0;
}

/**
 * A file that is named twice, or lies in a folder that is named as well, is checked once, by the first name given:
 * beside a second of its kind no disclosure would be held against others.
 */
function eachOnce(files: readonly string[]): readonly string[] {
  const byPath = new Map<string, string>();
  for (const file of files) {
    const path = resolve(file);
    if (!byPath.has(path)) byPath.set(path, file);
  }
  return [...byPath.values()];
}
