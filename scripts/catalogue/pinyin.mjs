/**
 * Writes how characters are read into the catalogue's data: every character of the names of codes and
 * indicators, and the 3,755 commonest ones, which users' own catalogues are made of.
 *
 *   node scripts/catalogue/pinyin.mjs && node scripts/catalogue/tidy.mjs
 *
 * A character has all of its readings (行 hang, heng, xing): which one a name has, nobody needs to know to find
 * it. The readings are worked out here, with a package of development, so that none of it ships.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { polyphonic } from 'pinyin-pro';

const DATA = new URL('../../shared/src/catalogue/data/', import.meta.url);
const NAMES = [
  'functional.json',
  'functional-retired.json',
  'economic-department.json',
  'economic-government.json',
  'revenue.json',
  'conflicts.json',
  'indicators.json',
];

const characters = new Set(commonCharacters());
for (const file of NAMES) {
  const text = readFileSync(new URL(file, DATA), 'utf8');
  for (const [character] of text.matchAll(/\p{Script=Han}/gu)) characters.add(character);
}

/** @type {Map<string, string[]>} */
const bySyllable = new Map();
for (const character of [...characters].sort()) {
  const [readings = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
  for (const syllable of new Set(readings)) {
    if (!/^[a-z]+$/.test(syllable)) continue;
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character]);
  }
}

const lines = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, list]) => JSON.stringify({ syllable, characters: list.join('') }));
writeFileSync(new URL('pinyin.json', DATA), `[\n${lines.join(',\n')}\n]\n`);
console.log(`${characters.size} 字，${lines.length} 音节 ${fileURLToPath(new URL('pinyin.json', DATA))}`);

/** The first level of GB 2312: rows 16 to 55. */
function commonCharacters() {
  const decoder = new TextDecoder('gb18030');
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  }
  return [...decoder.decode(Uint8Array.from(bytes))].filter((each) => /\p{Script=Han}/u.test(each));
}
