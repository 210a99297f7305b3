// The words that the extension and the server say to each other beyond those of LSP. Other clients may use them too.

/** The section of the settings in a client's configuration, and the prefix of commands. */
export const SECTION = 'budgetDisclosure';

/** Who says what a diagnostic says; shown beside each, in either language. */
export const DIAGNOSTIC_SOURCE = '预算公开';

/** A command of the client that shows a place: URI and position. Clients name it in `initializationOptions.commands`. */
export const GO_TO_COMMAND = `${SECTION}.goTo`;

/** A command of the server that recalculates the totals of a table: URI of a document and a position in the table. */
export const RECALCULATE_COMMAND = `${SECTION}.server.recalculateTable`;

/** The request by which a client looks codes up. Answered for any text, with or without a document. */
export const LOOK_UP_REQUEST = `${SECTION}/lookUpCode`;

/** What a client sends with {@link LOOK_UP_REQUEST}; the answer is a list of {@link FoundCode}. */
export interface LookUpParams {
  /** Digits, words or pinyin. */
  readonly text: string;
  /** The document the user is in, whose year counts. */
  readonly uri?: string;
}

/** One code as a list shows it. */
export interface FoundCode {
  readonly code: string;
  readonly name: string;
  /** What the name means, for those who read English; empty for others. */
  readonly english: string;
  /** 类 › 款 above it; the list it is from for a 类. */
  readonly path: string;
  /** What it pays for; empty where nobody has written it yet. */
  readonly explanation: string;
}
