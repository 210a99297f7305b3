#!/usr/bin/env node
import { readFile, stat } from 'node:fs/promises';
import { version } from '../../../package.json';
import { filesBelow, type PathBelow } from '../filesBelow.ts';
import { wantsColour } from './colour.ts';
import { run } from './run.ts';
import { WORDS } from './words.ts';

/**
 * Asks for an exit code without leaving, so that what was written to a pipe is delivered first. Of several, the
 * highest counts.
 */
function exitWith(code: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of the check.
  if (error.code === 'EPIPE') return;
  console.error(error.message);
  exitWith(2);
});

async function filesIn(path: string): Promise<readonly PathBelow[] | undefined> {
  // Why something cannot be looked at is said where it is read.
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return undefined;
  const files: PathBelow[] = [];
  for await (const file of filesBelow(path)) files.push(file);
  return files;
}

run(process.argv.slice(2), {
  version,
  readFile: (path) => readFile(path),
  filesIn,
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  colour: wantsColour({ isTTY: process.stdout.isTTY, env: process.env }),
}).then(exitWith, (error: unknown) => {
  console.error(`${WORDS['zh-cn'].crashed}\n${WORDS.en.crashed}\n`, error);
  exitWith(2);
});
