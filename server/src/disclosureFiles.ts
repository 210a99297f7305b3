/** A file that may hold a disclosure. */
export interface DisclosureFile {
  readonly uri: string;
  /** Differs from before when the file has changed. */
  readonly stamp: string;
}

/** Where the disclosures of a folder lie. In a browser there is no such thing. */
export interface DisclosureFiles {
  /**
   * The files of a folder and the folders in it that may hold disclosures, the nearest first. Never rejects;
   * what cannot be looked into holds none.
   *
   * @param folder the URI of the folder; the URIs of the files begin with it
   */
  list(folder: string): Promise<readonly DisclosureFile[]>;
  /** The text of a file in whatever encoding it is in; undefined where it cannot be read (any more). */
  read(uri: string): Promise<string | undefined>;
}

/** Endings by which a file is known to hold a disclosure, as package.json claims them. */
const CLAIMED_ENDINGS: readonly string[] = ['.budget', '.budget.txt', '.budget.md'];

/** Endings of general text, in which disclosures are kept as well. */
const GENERAL_ENDINGS: readonly string[] = ['.txt', '.md'];

/** Every file that may hold a disclosure, for a client that watches files. */
export const DISCLOSURE_GLOB = '**/*.{budget,txt,md}';

/** Whether a file of this name is a disclosure whatever it holds. */
export function isClaimed(name: string): boolean {
  return endsIn(name, CLAIMED_ENDINGS);
}

/** Whether a file of this name may hold a disclosure. */
export function mayHoldDisclosure(name: string): boolean {
  return isClaimed(name) || endsIn(name, GENERAL_ENDINGS);
}

function endsIn(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}
