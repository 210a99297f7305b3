import { parseSettings, type Settings } from '#core/settings.ts';

/** Asks the client for its settings of one document; null where it has none. */
type FetchSettings = (uri: string) => Promise<unknown>;

/**
 * The settings of each open document, and of each folder of the workspace whose files are read. They come from the client where it can be asked, document by document,
 * since they may differ from folder to folder; else from what it sent. Equal settings are the same object.
 */
export class SettingsStore {
  readonly #fetch: FetchSettings | undefined;
  readonly #byUri = new Map<string, Promise<Settings>>();
  #common: Settings;

  /** @param initial what the client sent at initialization; `fetch`: undefined for a client that cannot be asked */
  constructor(initial: unknown, fetch: FetchSettings | undefined) {
    this.#common = parseSettings(initial);
    this.#fetch = fetch;
  }

  /** The settings of a document or folder. Never rejects: a client that fails to answer has the common settings. */
  of(uri: string): Promise<Settings> {
    let settings = this.#byUri.get(uri);
    if (!settings) {
      settings = this.#ask(uri);
      this.#byUri.set(uri, settings);
    }
    return settings;
  }

  /** The settings of what is no open document. */
  get common(): Settings {
    return this.#common;
  }

  /** The settings that something is read with. */
  async inUse(): Promise<readonly Settings[]> {
    return [this.#common, ...(await Promise.all(this.#byUri.values()))];
  }

  /** For a document that was closed, or a folder that is no longer in the workspace. */
  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  /**
   * Reads everything anew after the client said that something changed.
   *
   * @param sent the settings, for clients that send them along instead of being asked
   * @returns whether the settings of any open document are different now
   */
  async reload(sent: unknown): Promise<boolean> {
    const before = [...this.#byUri];
    this.#byUri.clear();
    if (!this.#fetch) this.#common = same(this.#common, parseSettings(sent));
    let changed = false;
    for (const [uri, old] of before) {
      const previous = await old;
      const renewed = this.of(uri).then((settings) => same(previous, settings));
      this.#byUri.set(uri, renewed);
      changed = (await renewed) !== previous || changed;
    }
    return changed;
  }

  async #ask(uri: string): Promise<Settings> {
    const answer = await this.#fetch?.(uri).catch(() => undefined);
    return answer === undefined || answer === null ? this.#common : parseSettings(answer);
  }
}

/** The old object where nothing changed, so that what was made for it can be kept. */
function same(old: Settings, renewed: Settings): Settings {
  return JSON.stringify(old) === JSON.stringify(renewed) ? old : renewed;
}
