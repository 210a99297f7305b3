import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTextFile } from '#server/nodeFiles.ts';
import { encodeGb18030, encodeUtf16 } from '../cli/encode.ts';

describe('files of the user’s on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-files-'));
  const uri = pathToFileURL(folder).href;
  const TEXT = '{"code":"2010360","name":"数字政府"}\n201\t1,866.11\n';
  after(() => rmSync(folder, { recursive: true }));

  it('are read in whatever encoding they are in, by their whole path or from the folder', async () => {
    writeFileSync(join(folder, 'gb.jsonl'), encodeGb18030(TEXT));
    writeFileSync(join(folder, 'utf16.jsonl'), encodeUtf16(TEXT, 'little-endian'));
    assert.deepEqual(await readTextFile('gb.jsonl', uri), { text: TEXT });
    assert.deepEqual(await readTextFile(join(folder, 'utf16.jsonl'), undefined), { text: TEXT });
  });

  it('are none where there is no file, a folder, or a workbook', async () => {
    writeFileSync(join(folder, 'codes.xlsx'), new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]));
    const read = async (path: string) => (await readTextFile(path, uri)).problem?.kind;
    assert.deepEqual(
      [await read('nowhere.jsonl'), await read('.'), await read('codes.xlsx')],
      ['missing', 'directory', 'no-text'],
    );
  });
});
