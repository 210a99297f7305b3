import assert from 'node:assert/strict';
import { decodeBytes } from '#server/decode.ts';
import { encodeGb18030, encodeUtf8, encodeUtf16, noise } from '../cli/encode.ts';

/** Holds the characters that look like ASCII when UTF-16 is read in the wrong byte order: 一, 最, the wide blank. */
const TEXT = '　　一、最近一年\r\n科目编码\t合计\n201\t1,866.11\n';

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16LE_MARK = [0xff, 0xfe];
const UTF16BE_MARK = [0xfe, 0xff];
const GB18030_MARK = [0x84, 0x31, 0x95, 0x33];

function marked(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  return new Uint8Array([...mark, ...bytes]);
}

describe('terminal: encodings', () => {
  for (const [title, bytes, encoding] of [
    ['UTF-8', encodeUtf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', marked(UTF8_MARK, encodeUtf8(TEXT)), 'utf-8'],
    ['UTF-16 LE with a mark', marked(UTF16LE_MARK, encodeUtf16(TEXT, 'little-endian')), 'utf-16le'],
    ['UTF-16 BE with a mark', marked(UTF16BE_MARK, encodeUtf16(TEXT, 'big-endian')), 'utf-16be'],
    ['UTF-16 LE without a mark', encodeUtf16(TEXT, 'little-endian'), 'utf-16le'],
    ['UTF-16 BE without a mark', encodeUtf16(TEXT, 'big-endian'), 'utf-16be'],
    ['GB18030', encodeGb18030(TEXT), 'gb18030'],
    ['GB18030 with a mark', marked(GB18030_MARK, encodeGb18030(TEXT)), 'gb18030'],
  ] as const) {
    it(`reads ${title}`, () => {
      assert.deepEqual(decodeBytes(bytes), { text: TEXT, encoding });
    });
  }

  it('reads the codes of GB 2312 as the standard has them', () => {
    const bytes = new Uint8Array([0xd4, 0xa4, 0xcb, 0xe3, 0x0a, 0xba, 0xcf, 0xbc, 0xc6]);
    assert.deepEqual(decodeBytes(bytes), { text: '预算\n合计', encoding: 'gb18030' });
  });

  it('reads UTF-16 without a mark when nearly every character is Chinese', () => {
    const text = `${'本单位主要职责是贯彻执行国家有关政务服务的方针政策和法律法规，拟订并组织实施规划计划。'.repeat(3)}2023年\n`;
    assert.deepEqual(decodeBytes(encodeUtf16(text, 'little-endian')), { text, encoding: 'utf-16le' });
    assert.deepEqual(decodeBytes(encodeUtf16(text, 'big-endian')), { text, encoding: 'utf-16be' });
  });

  it('is not misled by characters that are ASCII in the other byte order', () => {
    const text = '　　一、最近\n'.repeat(20);
    assert.deepEqual(decodeBytes(encodeUtf16(text, 'little-endian')), { text, encoding: 'utf-16le' });
    assert.deepEqual(decodeBytes(encodeUtf16(text, 'big-endian')), { text, encoding: 'utf-16be' });
  });

  it('reads UTF-16 that is plain ASCII, which is valid UTF-8 too', () => {
    const bytes = encodeUtf16('201\t1,866.11\n', 'little-endian');
    assert.deepEqual(decodeBytes(bytes), { text: '201\t1,866.11\n', encoding: 'utf-16le' });
  });

  it('takes only one mark off', () => {
    assert.equal(decodeBytes(marked(UTF8_MARK, encodeUtf8('\ufeff合计'))).text, '\ufeff合计');
  });

  it('leaves an empty file, or one that is only a mark, empty', () => {
    for (const mark of [[], UTF8_MARK, UTF16LE_MARK, UTF16BE_MARK]) {
      assert.equal(decodeBytes(new Uint8Array(mark)).text, '');
    }
  });

  it('keeps UTF-8 with a damaged place as UTF-8', () => {
    const whole = encodeUtf8('部门预算公开'.repeat(20));
    assert.deepEqual(decodeBytes(whole.subarray(0, -1)), {
      text: `${'部门预算公开'.repeat(20).slice(0, -1)}\ufffd`,
      encoding: 'utf-8',
    });
  });

  it('does not take a stray zero byte for UTF-16', () => {
    // Once with the zero at an even place, once at an odd one.
    for (const first of ['', ' ']) {
      const text = `${first}${'科目编码\t合计\n201\t1,866.11\n'.repeat(20)}\0`;
      assert.deepEqual(decodeBytes(encodeUtf8(text)), { text, encoding: 'utf-8' });
    }
  });

  it('makes U+FFFD of half a UTF-16 character', () => {
    assert.equal(decodeBytes(marked(UTF16LE_MARK, new Uint8Array([0x08, 0x54, 0x61]))).text, '合\ufffd');
  });

  it('survives ten megabytes of noise and of zeros', () => {
    assert.ok(decodeBytes(noise(10_000_000)).text.length > 0);
    assert.equal(decodeBytes(new Uint8Array(10_000_000)).text.length, 10_000_000);
  });
});
