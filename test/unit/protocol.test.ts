import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIAGNOSTIC_SOURCE, LOOK_UP_REQUEST, RECALCULATE_COMMAND, SECTION } from '#core/protocol.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the words between client and server', () => {
  it('are what clients of other editors were told', () => {
    assert.deepEqual(
      [SECTION, LOOK_UP_REQUEST, RECALCULATE_COMMAND, DIAGNOSTIC_SOURCE],
      [
        'budgetDisclosure',
        'budgetDisclosure/lookUpCode',
        'budgetDisclosure.server.recalculateTable',
        '预算公开',
      ],
    );
  });

  it('are written nowhere else', () => {
    const written = ['client/src', 'server/src'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .filter((file) => /['"`]budgetDisclosure[./'"`]/.test(codeOf(join(ROOT, folder, file))))
        .map((file) => `${folder}/${file}`),
    );
    assert.deepEqual(written, []);
  });
});

/** A source without its comments, which may name a setting. */
function codeOf(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
