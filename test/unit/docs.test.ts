import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PAGES: readonly string[] = ['.', 'docs', 'seeds', 'test/bench'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
);
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
const MANIFEST = read('package.json');

describe('the pages that people read', () => {
  for (const page of PAGES) {
    it(`${page} links to what is there`, () => {
      const lost = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(page, link));
      assert.deepEqual(lost, []);
    });

    it(`${page} names settings, scripts and files that are there`, () => {
      const text = read(page);
      const settings = namesIn(text, /\bbudgetDisclosure(?:\.[A-Za-z]+)+/g);
      const scripts = namesIn(text, /(?<=\bnpm run )[\w:-]+/g);
      const files = namesIn(text, /\b(?:scripts|test|docs|seeds|shared|server|client)\/[\w./-]+\.\w+\b/g);
      assert.deepEqual(
        [
          ...settings.filter((setting) => !MANIFEST.includes(`"${setting}"`)),
          ...scripts.filter((script) => !MANIFEST.includes(`"${script}": `)),
          ...files.filter((file) => !existsSync(join(ROOT, file))),
        ],
        [],
      );
    });
  }
});

/** Each match of an expression, once. */
function namesIn(text: string, expression: RegExp): string[] {
  return [...new Set([...text.matchAll(expression)].map(([name]) => name))];
}

/** Whether a link of a page leads to a file, and its anchor to a heading there. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return false;
  if (anchor === undefined) return true;
  const headings = [...read(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return headings.includes(anchor);
}

/** The anchor that Markdown viewers give a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
