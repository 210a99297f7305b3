import { ok } from 'node:assert/strict';
import {
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { digitFaults, figuresIn } from '../../support/digitFaults.ts';

/** Rows of coded tables, 1-based, found by reading; the unit test of the same name goes through all of them. */
const CODED_ROWS = {
  'guiyang-2022.budget.txt': [39, 57],
  'tongnan-2021.budget.md': [75, 91],
} as const;

/** Cells tried in each table: enough to see that the editor shows what the analysis finds. */
const { EDITOR_FAULT_CELLS = '20' } = process.env;
const CELLS = Number(EDITOR_FAULT_CELLS);
const BEYOND_ROUNDING = 50;
const PATIENCE_MS = 10_000;

describe('a digit changed in a coded table', () => {
  for (const [file, [first, last]] of Object.entries(CODED_ROWS)) {
    // Elsewhere a document may have errors of its own.
    const isInTable = ({ range: { start } }: Diagnostic) => first <= start.line + 1 && start.line < last;
    const asItWas = (errors: readonly Diagnostic[]) => !errors.some(isInTable);
    it(`${file}: the editor shows a new error in the table, and undoing removes it`, async function () {
      this.timeout(240_000);
      const document = await open(file);
      ok(await shows(document, asItWas), 'an error in the table as it is');
      const original = document.getText();
      const figures = figuresIn(original.split('\n'), first, last);
      const step = Math.max(1, Math.floor(figures.length / CELLS));
      const tried = figures.filter((_, index) => index % step === 0);
      let seen = 0;
      for (const figure of tried) {
        const fault = digitFaults(original, figure, BEYOND_ROUNDING)[0];
        if (!fault) continue;
        const range = new Range(figure.line, figure.start, figure.line, figure.end);
        const printed = document.getText(range);
        const wrong = fault.text.split('\n')[figure.line]?.slice(figure.start, figure.end) ?? '';
        await replace(document, range, wrong);
        const found = await shows(document, (errors) => errors.some(isInTable));
        if (found) seen++;
        await replace(document, range, printed);
        ok(await shows(document, asItWas), `an error stays after line ${figure.line + 1}`);
      }
      ok(tried.length >= Math.min(CELLS, figures.length), `only ${tried.length} cells tried`);
      ok(seen >= 0.95 * tried.length, `${seen} of ${tried.length} seen`);
      await workspace.save(document.uri);
    });
  }
});

async function open(file: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  ok(folder, 'a folder is open');
  return workspace.openTextDocument(Uri.joinPath(folder.uri, file));
}

async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  ok(await workspace.applyEdit(edit));
}

/** Waits until the errors of a document are as they should be; false when they do not become so in time. */
async function shows(
  document: TextDocument,
  expected: (errors: readonly Diagnostic[]) => boolean,
): Promise<boolean> {
  const asExpected = () =>
    expected(
      languages.getDiagnostics(document.uri).filter(({ severity }) => severity === DiagnosticSeverity.Error),
    );
  const end = Date.now() + PATIENCE_MS;
  while (!asExpected()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}
