import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

const EXTENSION = join(import.meta.dirname, '../../dist/extension.js');

interface Extension {
  activate(context: object): void;
}

const nothing = (): undefined => undefined;
const disposable = () => ({ dispose: nothing });

class EventEmitter {
  readonly #listeners: ((event: unknown) => void)[] = [];
  readonly event = (listener: (event: unknown) => void) => {
    this.#listeners.push(listener);
    return disposable();
  };
  fire(event: unknown): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {}
}

/** As much of an editor as the extension needs until a server would start; there is none to start. */
class Editor {
  readonly opened = new EventEmitter();
  readonly commands = new Map<string, () => unknown>();
  /** The items beside the language of the active editor. */
  readonly statusItems: string[] = [];

  activate(): void {
    const source = readFileSync(EXTENSION, 'utf8');
    const module: { exports: Partial<Extension> } = { exports: {} };
    const nodeRequire = createRequire(EXTENSION);
    compileFunction(source, ['require', 'module', 'exports'])(
      (name: string) => (name === 'vscode' ? this.#api() : nodeRequire(name)),
      module,
      module.exports,
    );
    module.exports.activate?.({ subscriptions: [], extensionUri: {}, workspaceState: {} });
  }

  open(languageId: string): void {
    this.opened.fire({ languageId, uri: { scheme: 'file' } });
  }

  #api(): object {
    return {
      EventEmitter,
      Disposable: { from: disposable },
      LanguageStatusSeverity: {},
      Uri: { joinPath: () => ({}) },
      commands: {
        executeCommand: nothing,
        registerCommand: (name: string, run: () => unknown) => {
          this.commands.set(name, run);
          return disposable();
        },
      },
      languages: {
        createLanguageStatusItem: (id: string) => {
          this.statusItems.push(id);
          return disposable();
        },
        onDidChangeDiagnostics: disposable,
      },
      window: {
        createOutputChannel: () => ({ warn: nothing, error: nothing, ...disposable() }),
        onDidChangeActiveTextEditor: disposable,
        showErrorMessage: async () => undefined,
        visibleTextEditors: [],
      },
      workspace: {
        fs: { stat: () => Promise.reject(new Error('no such file')) },
        getConfiguration: () => ({ get: nothing }),
        onDidChangeConfiguration: disposable,
        onDidChangeTextDocument: disposable,
        onDidCloseTextDocument: disposable,
        onDidOpenTextDocument: this.opened.event,
        textDocuments: [],
      },
    };
  }
}

describe('the extension in an editor', () => {
  it('shows its state once a disclosure is open, not before', () => {
    const editor = new Editor();
    editor.activate();
    editor.open('plaintext');
    assert.deepEqual(editor.statusItems, []);
    editor.open('budget-disclosure');
    editor.open('budget-disclosure');
    assert.deepEqual(editor.statusItems, ['budgetDisclosure.status']);
  });

  it('shows it also where the server was started before the first disclosure', async () => {
    const editor = new Editor();
    editor.activate();
    await editor.commands.get('budgetDisclosure.restartServer')?.();
    editor.open('budget-disclosure');
    assert.deepEqual(editor.statusItems, ['budgetDisclosure.status']);
  });
});
