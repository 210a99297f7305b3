// Writes docs/ACCURACY.md: how many injected faults are found, located and put right, from the program's own findings.
//
//   node scripts/accuracy.mjs                  writes the page; takes a few minutes
//   node scripts/accuracy.mjs --misses FILE    writes what was missed as well, with examples
//   node scripts/accuracy.mjs --show 'tab 4'   writes a generated document to the standard output, and nothing else
//
// RAW_SEEDS=/folder reads the raw documents that the samples in seeds/ were made from instead of these.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './support/paths.mjs';
import { requireTypeScript } from './support/typescript.mjs';

/** @type {typeof import('../test/support/accuracy/measure.ts')} */
const measure = requireTypeScript(join(root, 'test/support/accuracy/measure.ts'));
/** @type {typeof import('../test/support/accuracy/generated.ts')} */
const { DIALECT_NAMES, generatedDocuments } = requireTypeScript(
  join(root, 'test/support/accuracy/generated.ts'),
);
/** @type {typeof import('../test/support/accuracy/page.ts')} */
const { accuracyPage } = requireTypeScript(join(root, 'test/support/accuracy/page.ts'));
/** @type {typeof import('../test/support/accuracy/misses.ts')} */
const { missesPage } = requireTypeScript(join(root, 'test/support/accuracy/misses.ts'));

/** Every pair of the samples; of the generated documents, which are many, some. */
const SEEDS = { share: 1, shapes: 60 };
const GENERATED = { documents: 8, share: 0.05, shapes: 8 };
const CORRECT_A_DIALECT = 30;

const { values } = parseArgs({ options: { misses: { type: 'string' }, show: { type: 'string' } } });

if (values.show === undefined) measureAll();
else showDocument(values.show);

function measureAll() {
  const seeds = measure.measuredTexts().map((seed) => measure.measureSeed(seed, SEEDS));
  const dialects = measure.measureDialects(GENERATED.documents, GENERATED);
  const correct = {
    documents: DIALECT_NAMES.length * CORRECT_A_DIALECT,
    alarms: DIALECT_NAMES.flatMap((dialect) => measure.alarmsInGenerated(dialect, CORRECT_A_DIALECT)),
  };
  writeFileSync(join(root, 'docs/ACCURACY.md'), accuracyPage({ seeds, dialects, correct }));
  if (values.misses === undefined) return;
  const groups = [
    ...seeds.map((seed) => ({ name: seed.document.name, documents: [seed] })),
    ...dialects.map(({ dialect, documents }) => ({ name: dialect, documents })),
  ];
  writeFileSync(values.misses, missesPage(groups));
}

/** @param {string} name a dialect, and which of its documents, from 1 */
function showDocument(name) {
  const [wanted = '', number = ''] = name.split(' ');
  const dialect = DIALECT_NAMES.find((each) => each === wanted);
  const document = dialect && generatedDocuments(dialect, Number(number)).at(-1);
  if (document) console.log(document.text);
  else console.error(`no document ${name}: ${DIALECT_NAMES.join(', ')}, and a number`);
}
