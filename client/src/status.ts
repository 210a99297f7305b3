import {
  DiagnosticSeverity,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { DIAGNOSTIC_SOURCE, SECTION } from '#core/protocol.ts';
import { words } from './configuration.ts';
import { DOCUMENT_SELECTOR, isDisclosure } from './documents.ts';
import type { ServerControl } from './serverControl.ts';
import type { FindingCounts } from './words.ts';

/** Shows, beside the language of the active editor, whether checking runs and what it found. */
export class Status implements Disposable {
  readonly #server: ServerControl;
  readonly #item: LanguageStatusItem;
  readonly #subscriptions: Disposable;
  /** The disclosure that was last worked on; it stays while the cursor is in the log or a search. */
  #document: TextDocument | undefined;

  constructor(server: ServerControl) {
    this.#server = server;
    this.#item = languages.createLanguageStatusItem(`${SECTION}.status`, DOCUMENT_SELECTOR);
    this.#subscriptions = Disposable.from(
      this.#item,
      server.onDidChangeState(() => this.#update()),
      window.onDidChangeActiveTextEditor(() => this.#update()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.language`)) this.#update();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = this.#document?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#update();
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #update(): void {
    const active = window.activeTextEditor?.document;
    if (active !== undefined && isDisclosure(active)) this.#document = active;
    const { productName, stateStarting, stateStopped, stateFailed, findings, restart, showProblems } =
      words();
    const item = this.#item;
    item.name = productName;
    item.busy = this.#server.state === 'starting';
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: `${SECTION}.restartServer`, title: restart };
    switch (this.#server.state) {
      case 'idle':
      case 'starting':
        item.text = stateStarting;
        break;
      case 'stopped':
        item.text = stateStopped;
        item.severity = LanguageStatusSeverity.Warning;
        break;
      case 'failed':
        item.text = stateFailed;
        item.severity = LanguageStatusSeverity.Error;
        break;
      case 'running':
        item.text = findings(countFindings(this.#document));
        item.command = { command: 'workbench.actions.view.problems', title: showProblems };
    }
  }
}

/** The findings of a document. Hints are left out, as in the Problems panel. */
function countFindings(document: TextDocument | undefined): FindingCounts {
  const counts = { errors: 0, warnings: 0, notes: 0 };
  if (document === undefined) return counts;
  for (const { severity, source } of languages.getDiagnostics(document.uri)) {
    if (source !== DIAGNOSTIC_SOURCE) continue;
    if (severity === DiagnosticSeverity.Error) counts.errors++;
    else if (severity === DiagnosticSeverity.Warning) counts.warnings++;
    else if (severity === DiagnosticSeverity.Information) counts.notes++;
  }
  return counts;
}
