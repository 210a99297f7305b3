import type { Catalogue } from '../catalogue/catalogue.ts';
import { equalButForSuffix, normalizeName } from '../catalogue/names.ts';

/** No name is longer than this. */
const NAME_REACH = 40;
const SHORTEST_NAME = 2;

/**
 * The name of a code that a text ends with, as it is printed there; undefined where it ends otherwise. The
 * longest name counts, also without a closing 支出.
 */
export function nameBefore(catalogue: Catalogue, digits: string, before: string): string | undefined {
  return longestName(catalogue, digits, before.length, (length) => before.slice(before.length - length));
}

/** The name of a code that a text begins with, as {@link nameBefore} finds the one it ends with. */
export function nameBehind(catalogue: Catalogue, digits: string, behind: string): string | undefined {
  return longestName(catalogue, digits, behind.length, (length) => behind.slice(0, length));
}

/** The longest piece of a text that is a name of the code. `pieceOf`: the piece of a length. */
function longestName(
  catalogue: Catalogue,
  digits: string,
  most: number,
  pieceOf: (length: number) => string,
): string | undefined {
  const record = catalogue.record(digits);
  if (!record) return undefined;
  const { current, alternatives, former } = catalogue.names(record);
  const names = [current, ...alternatives, ...former.map((each) => each.name)].map(normalizeName);
  for (let length = Math.min(NAME_REACH, most); length >= SHORTEST_NAME; length--) {
    const printed = pieceOf(length);
    if (printed.trim() !== printed) continue;
    const wanted = normalizeName(printed);
    if (names.some((name) => equalButForSuffix(name, wanted))) return printed;
  }
  return undefined;
}
