// VS Code's workbench as a person meets it: keys go in, what is on the screen comes out.
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** A place in a document: 0-based line and 0-based UTF-16 offset in it, as everywhere in this project. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What has not moved for so long is taken to be at rest. */
const REST_MS = 400;

/** How long a hover is waited for before it is asked for again, and how often it is. */
const HOVER_MS = 5_000;
const HOVER_ATTEMPTS = 6;

/** What a hover says in English and in Chinese while it waits. */
const LOADING: readonly string[] = ['Loading...', '正在加载...'];

/** The editor of the group in use. */
const activeEditor = '.editor-group-container.active .editor-instance .monaco-editor';

/** A part of the editor: where it is on the screen, in CSS pixels, and its text. */
interface Box {
  readonly top: number;
  readonly height: number;
  readonly text: string;
}

/** The editor shows spaces as no-break spaces; here they are spaces again. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** The text of an element as it is rendered, line by line. */
async function shown(element: Locator): Promise<string> {
  return plain(await element.innerText());
}

export class Workbench {
  readonly page: Page;
  readonly #editor: Locator;
  readonly #quickInput: Locator;
  readonly #quickRows: Locator;
  readonly #suggestWidget: Locator;
  readonly #hover: Locator;

  constructor(page: Page) {
    this.page = page;
    this.#editor = page.locator(activeEditor).first();
    this.#quickInput = page.locator('.quick-input-widget .quick-input-filter input');
    this.#quickRows = page.locator('.quick-input-list .monaco-list-row');
    this.#suggestWidget = page.locator('.suggest-widget.visible');
    this.#hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
  }

  /** Presses one key or a combination, such as `Enter` or `ControlOrMeta+KeyZ`; several one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types text key by key, as fast as a quick typist. */
  async type(text: string, delayMs = 20): Promise<void> {
    await this.page.keyboard.type(text, { delay: delayMs });
  }

  /** Opens a file of the workspace by its name with quick open, and waits until its text is on the screen. */
  async openFile(name: string): Promise<void> {
    await this.#pick('ControlOrMeta+KeyP', name, name);
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.#editor.locator('.view-line').first().waitFor();
    await this.#editor.locator('.cursor').first().waitFor({ state: 'attached' });
  }

  /** Runs a command of the command palette, by its full English title. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Runs a command that asks something itself, and waits until it asks. */
  async pickCommand(title: string): Promise<void> {
    await this.press('F1');
    await this.#quickInput.waitFor();
    await this.#quickInput.fill(`>${title}`);
    await this.#waitForTop(title);
    await this.press('Enter');
    await until('the question of the command', async () =>
      (await this.#quickInput.isVisible()) && (await this.#quickInput.inputValue()) === '' ? true : undefined,
    );
  }

  /** The labels of the list in quick input, from the top, without the lines of detail below them. */
  async quickLabels(): Promise<readonly string[]> {
    const labels = await this.#quickRows
      .locator('.quick-input-list-row:first-child .label-name')
      .allInnerTexts();
    return labels.map((label) => plain(label).trim());
  }

  /** Puts the cursor at a place, with Ctrl+G. */
  async goTo({ line, character }: Place): Promise<void> {
    await this.press('Control+KeyG');
    await this.#quickInput.fill(`:${line + 1}:${character + 1}`);
    await this.press('Enter');
    await this.#quickInput.waitFor({ state: 'hidden' });
    await until(`the cursor in line ${line + 1}`, async () =>
      // `Ln 5, Col 3`, or in Chinese 行 5，列 3.
      new RegExp(`^\\D*${line + 1}\\D`).test(await this.status('selection')) ? true : undefined,
    );
  }

  /** Closes every editor and drops what was changed in it. */
  async closeAll(): Promise<void> {
    await this.press('Escape');
    const tabs = this.page.locator('.tabs-container .tab');
    for (let left = await tabs.count(); left > 0; left = await tabs.count()) {
      await this.command('View: Revert and Close Editor');
      await until('a closed tab', async () => ((await tabs.count()) < left ? true : undefined));
    }
  }

  /** The text of a status bar item: `mode` is the language, `selection` the cursor, `encoding` the encoding. */
  async status(item: 'mode' | 'selection' | 'encoding' | 'eol'): Promise<string> {
    const found = this.page.locator(`[id="status.editor.${item}"]`);
    return (await found.count()) === 0 ? '' : (await shown(found)).trim();
  }

  /** The name on the active tab. */
  async activeTab(): Promise<string> {
    return (await shown(this.page.locator('.tab.active .label-name').first())).trim();
  }

  /** The text of a line that is on the screen, without what lies beyond the right edge. */
  async lineOnScreen(line: number): Promise<string> {
    return until(
      `line ${line + 1} on the screen`,
      async () => (await this.#on(line, '.view-line'))?.[0]?.text,
    );
  }

  /** Waits until a line that is on the screen reads so: what a key does is drawn only with the next frame. */
  async waitForLine(line: number, expected: RegExp): Promise<void> {
    await until(`${expected} in line ${line + 1}`, async () =>
      expected.test(await this.lineOnScreen(line)) ? true : undefined,
    );
  }

  /** The whole text of the active editor, by way of the clipboard. Selects everything. */
  async text(): Promise<string> {
    await this.press('ControlOrMeta+KeyA', 'ControlOrMeta+KeyC');
    return this.clipboard();
  }

  /** Writes a text over the whole text of the active editor in one go, and waits until it is on the screen. */
  async replaceText(text: string): Promise<void> {
    const [first = ''] = text.split('\n');
    await this.press('ControlOrMeta+KeyA');
    await this.page.keyboard.insertText(text);
    await this.press('ControlOrMeta+Home');
    await until('the new text', async () => ((await this.lineOnScreen(0)) === first ? true : undefined));
  }

  async clipboard(): Promise<string> {
    // A string, because this project's types know no browser.
    const text: unknown = await this.page.evaluate('navigator.clipboard.readText()');
    return String(text);
  }

  /** How many squiggles of a severity are under a line that is on the screen. */
  async squigglesOn(line: number, severity: Severity = 'error'): Promise<number> {
    const squiggles = await until(`line ${line + 1} on the screen`, () =>
      this.#on(line, `.squiggly-${severity}`),
    );
    return squiggles.length;
  }

  /** Waits until a line that is on the screen has a squiggle. */
  async waitForSquiggle(line: number, severity: Severity = 'error'): Promise<void> {
    await until(`a squiggle (${severity}) under line ${line + 1}`, async () =>
      (await this.squigglesOn(line, severity)) > 0 ? true : undefined,
    );
  }

  /** Waits until a line that is on the screen has no squiggle. */
  async waitForNoSquiggle(line: number, severity: Severity = 'error'): Promise<void> {
    await until(`line ${line + 1} without squiggle (${severity})`, async () =>
      (await this.squigglesOn(line, severity)) === 0 ? true : undefined,
    );
  }

  /** Asks for the hover at the cursor with the keyboard, waits for it and reads it. */
  async hoverAtCursor(): Promise<string> {
    return this.#readHover(() => this.press('ControlOrMeta+KeyK', 'ControlOrMeta+KeyI'));
  }

  /** Moves the mouse onto a place, waits for the hover and reads it. Also puts the cursor there. */
  async hoverByMouse(place: Place): Promise<string> {
    await this.goTo(place);
    return this.#readHover(async () => {
      const box = await this.#restingBox(this.#editor.locator('.cursor').first());
      await this.page.mouse.move(box.x + 3, box.y - 40);
      await this.page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 5 });
    });
  }

  /**
   * Waits for the suggest widget and reads the labels it shows, from the top. On a busy machine the editor may
   * have asked too early and let it be, or says that there is nothing; then the list is asked for as a person would,
   * with Ctrl+Space.
   */
  async suggestions(): Promise<readonly string[]> {
    await this.#suggestWidget.waitFor({ timeout: 5_000 }).catch(async () => {
      await this.press('Control+Space');
      await this.#suggestWidget.waitFor();
    });
    return until('suggestions', async () => {
      const labels = await this.#suggestWidget.locator('.monaco-list-row .label-name').allInnerTexts();
      if (labels.length > 0) return labels.map(plain);
      if (await this.#suggestWidget.getByText('No suggestions').isVisible()) {
        await this.press('Escape', 'Control+Space');
        await this.page.waitForTimeout(REST_MS);
      }
      return undefined;
    });
  }

  /** Takes all changes that the editor shows before it makes them, once one with this text is shown. */
  async applyPreview(text: string): Promise<void> {
    const preview = this.page.locator('.bulk-edit-panel');
    await preview.getByText(text).first().waitFor();
    // What is to be confirmed is not ticked at first; the box of the file ticks all.
    await preview.locator('input[type=checkbox]').first().click();
    await preview.getByText('Apply', { exact: true }).click();
    await preview.waitFor({ state: 'hidden' });
  }

  /** The texts of the notifications on the screen. */
  async notifications(): Promise<readonly string[]> {
    const messages = await this.page.locator('.notification-toast .notification-list-item-message').all();
    return Promise.all(messages.map(shown));
  }

  /** Opens the Problems panel and reads its rows, files and problems alike, as far as they are on the screen. */
  async problems(): Promise<readonly string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.command('Problems: Focus on Problems View');
    await panel.waitFor();
    return (await panel.locator('.monaco-list-row').allInnerTexts()).map(plain);
  }

  /** Writes a picture of the whole window to a PNG file. */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  /** Opens quick input with a key, types, waits until the first row is the one that is meant, and takes it. */
  async #pick(key: string, text: string, label: string): Promise<void> {
    await this.press(key);
    await this.#quickInput.waitFor();
    await this.#quickInput.fill(text);
    await this.#waitForTop(label);
    await this.press('Enter');
    await this.#quickInput.waitFor({ state: 'hidden' });
  }

  async #waitForTop(label: string): Promise<void> {
    await until(`“${label}” on top of the list`, async () => {
      const first = this.#quickRows.first().locator('.label-name').first();
      if ((await first.count()) === 0) return undefined;
      return (await shown(first)).trim() === label ? true : undefined;
    });
  }

  /** Where an element is once it moves no more: lines of code lenses push what is below them when they come. */
  async #restingBox(element: Locator): Promise<{ x: number; y: number; height: number }> {
    let before = await element.boundingBox();
    return until('an element at rest', async () => {
      await this.page.waitForTimeout(REST_MS);
      const now = await element.boundingBox();
      const rests = now !== null && now.x === before?.x && now.y === before.y;
      before = now;
      return rests ? now : undefined;
    });
  }

  /**
   * Asks for a hover and reads it. Code lenses that come late move the lines, and the editor then hides the hover or
   * does not show it at all; it is asked for again, as a person would, until it stays.
   */
  async #readHover(ask: () => Promise<void>): Promise<string> {
    return until(
      'a hover',
      async () => {
        await ask();
        return until('the text of the hover', () => this.#hoverText(), HOVER_MS).catch(() => undefined);
      },
      HOVER_ATTEMPTS * HOVER_MS,
    );
  }

  /** The text of the hover that is on the screen, undefined while there is none. */
  async #hoverText(): Promise<string | undefined> {
    const [content] = await this.#hover.allInnerTexts();
    const text = plain(content ?? '').trim();
    return text === '' || LOADING.includes(text) ? undefined : text;
  }

  /**
   * The parts of the active editor that are drawn in a line, undefined while the line is not on the screen. All is
   * read in one go, because the editor draws its lines anew at any time.
   */
  async #on(line: number, selector: string): Promise<readonly Box[] | undefined> {
    const lineNumbers = '.margin-view-overlays .line-numbers';
    const [numbers = [], parts = []] = await this.page.evaluate<readonly (readonly Box[])[]>(`
      ${JSON.stringify([lineNumbers, selector])}.map((each) =>
        Array.from(document.querySelectorAll(${JSON.stringify(`${activeEditor} `)} + each), (element) => {
          const { top, height } = element.getBoundingClientRect();
          return { top, height, text: element.textContent };
        }),
      )`);
    const band = numbers.find((each) => each.text === String(line + 1));
    if (band === undefined) return undefined;
    // A squiggle is drawn inside its line, along the bottom.
    return parts
      .filter((part) => part.top >= band.top - 1 && part.top < band.top + band.height - 1)
      .map((part) => ({ ...part, text: plain(part.text) }));
  }
}
