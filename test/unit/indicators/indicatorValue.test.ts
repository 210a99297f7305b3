import { strict as assert } from 'node:assert';
import { operatorIn } from '#core/indicators/indicatorValue.ts';
import { functionClassOf } from '#core/relations/classNames.ts';

/** Words that every object of JavaScript has. */
const WORDS_OF_OBJECTS = ['constructor', 'toString', 'valueOf', '__proto__'];

describe('words that tables are looked up by', () => {
  it('a sign is read however it is written', () => {
    assert.equal(operatorIn('≥'), '≥');
    assert.equal(operatorIn(' 不 低于'), '≥');
    assert.equal(operatorIn('定性'), undefined);
    assert.equal(functionClassOf('农林水'), '213');
  });

  it('what a cell says is no property of an object', () => {
    for (const word of WORDS_OF_OBJECTS) {
      assert.equal(operatorIn(word), undefined, word);
      assert.equal(functionClassOf(word), undefined, word);
    }
  });
});
