import { strict as assert } from 'node:assert';
import { DIALECT_NAMES, generatedDocuments } from '../../support/accuracy/generated.ts';
import { cellAt } from '../../support/accuracy/listedSum.ts';
import { populationOf } from '../../support/accuracy/population.ts';
import { analyserFor, withFigures } from '../../support/accuracy/problems.ts';

const DOCUMENTS = 3;
/** How many of the faults of a document are tried. */
const SHARE = 0.006;

describe('slides: one wrong figure is none', function () {
  this.timeout(120_000);

  for (const dialect of DIALECT_NAMES) {
    it(`in ${dialect} documents`, () => {
      let tried = 0;
      for (const document of generatedDocuments(dialect, DOCUMENTS)) {
        const analyser = analyserFor(document.text);
        const slidesIn = (text: string) => analyser(text).filter(({ rule }) => rule === 'slid-column').length;
        assert.equal(slidesIn(document.text), 0, document.name);
        for (const { cell: index, wrongText } of populationOf(document, SHARE).faults) {
          const cell = cellAt(document, index);
          const { text } = withFigures(document.text, [{ cell, newText: wrongText }]);
          assert.equal(slidesIn(text), 0, `${document.name}:${cell.line + 1} ${cell.text} → ${wrongText}`);
          tried++;
        }
      }
      assert.ok(tried > 0);
    });
  }
});
