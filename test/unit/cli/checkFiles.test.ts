import assert from 'node:assert/strict';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { checkFiles } from '#server/cli/checkFiles.ts';
import { LOCAL_CODE, WRONG_SUBTOTAL } from './disclosures.ts';
import { encodeUtf8 } from './encode.ts';

const TEXTS: Readonly<Record<string, string>> = { 'local.txt': LOCAL_CODE, 'wrong.txt': WRONG_SUBTOTAL };

/** A catalogue that fails on a code of the first file, as a fault of the checks would. */
const FAULTY = {
  ...nationalCatalogue(),
  judge: (code: string, ...others: [name?: string, year?: number]) => {
    if (code === '2010360') throw new RangeError('Maximum call stack size exceeded');
    return nationalCatalogue().judge(code, ...others);
  },
};

describe('terminal: check files', () => {
  it('checks the others where the checks fail on one', async () => {
    const checked = await checkFiles(
      ['local.txt', 'wrong.txt'],
      { settings: DEFAULT_SETTINGS, catalogue: FAULTY },
      async (path) => encodeUtf8(TEXTS[path] ?? ''),
    );
    const [failed, sound] = checked;
    assert.deepEqual(failed, { file: 'local.txt', failure: 'Maximum call stack size exceeded' });
    assert.deepEqual(
      sound?.report?.findings.map(({ rule }) => rule),
      ['code-sum'],
    );
  });
});
