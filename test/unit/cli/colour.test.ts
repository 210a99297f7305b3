import assert from 'node:assert/strict';
import { wantsColour } from '#server/cli/colour.ts';

describe('terminal: colour', () => {
  it('is for terminals only', () => {
    assert.equal(wantsColour({ isTTY: true, env: {} }), true);
    assert.equal(wantsColour({ isTTY: false, env: {} }), false);
    assert.equal(wantsColour({ isTTY: undefined, env: {} }), false);
  });

  it('can be declined', () => {
    assert.equal(wantsColour({ isTTY: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(wantsColour({ isTTY: true, env: { NO_COLOR: '' } }), true);
    assert.equal(wantsColour({ isTTY: true, env: { TERM: 'dumb' } }), false);
  });
});
