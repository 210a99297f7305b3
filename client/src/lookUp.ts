import {
  type Disposable,
  env,
  type QuickInputButton,
  type QuickPickItem,
  type TextEditor,
  ThemeIcon,
  window,
} from 'vscode';
import type { FoundCode } from '#core/protocol.ts';
import { words } from './configuration.ts';
import { insertionFor } from './insertion.ts';
import type { ServerControl } from './serverControl.ts';

interface CodeItem extends QuickPickItem {
  readonly found: FoundCode;
}

/** Asks for a code, a word or pinyin, shows what fits while it is typed, and inserts or copies what is chosen. */
export function lookUpCode(control: ServerControl): void {
  const editor = window.activeTextEditor;
  const copy: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: words().copyCode };
  const pick = window.createQuickPick<CodeItem>();
  pick.title = words().lookUpCode;
  pick.placeholder = words().lookUpPlaceholder;
  pick.matchOnDescription = true;
  let asked = 0;

  const search = async (text: string): Promise<void> => {
    asked++;
    const own = asked;
    pick.busy = true;
    const found = await control.lookUp(text, editor?.document.uri.toString());
    // Answers may overtake each other; only the last question counts.
    if (own !== asked) return;
    pick.busy = false;
    pick.items = found.map((each) => itemOf(each, copy));
  };
  const subscriptions: Disposable[] = [
    pick,
    pick.onDidChangeValue((text) => void search(text)),
    pick.onDidTriggerItemButton(async ({ item }) => {
      await env.clipboard.writeText(shown(item.found));
      pick.hide();
    }),
    pick.onDidAccept(async () => {
      const [item] = pick.selectedItems;
      pick.hide();
      if (!item) return;
      if (editor) await insert(item.found, editor);
      else await env.clipboard.writeText(shown(item.found));
    }),
    pick.onDidHide(() => {
      asked++;
      for (const each of subscriptions) each.dispose();
    }),
  ];
  pick.show();
  void search('');
}

/** The server has chosen what fits, by pinyin too, so the editor shall show all of it. */
function itemOf(found: FoundCode, copy: QuickInputButton): CodeItem {
  const { english, path, explanation } = found;
  return {
    found,
    label: shown(found),
    description: english === '' ? path : `${english} · ${path}`,
    ...(explanation !== '' && { detail: explanation }),
    alwaysShow: true,
    buttons: [copy],
  };
}

function shown({ code, name }: FoundCode): string {
  return `${code} ${name}`;
}

async function insert({ code, name }: FoundCode, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const { start, end } = selection;
  const line = document.lineAt(start.line).text;
  const above = start.line > 0 ? document.lineAt(start.line - 1).text : '';
  const endInLine = end.line === start.line ? end.character : line.length;
  const text = insertionFor(code, name, { line, start: start.character, end: endInLine, above });
  await editor.edit((edit) => edit.replace(selection, text));
}
