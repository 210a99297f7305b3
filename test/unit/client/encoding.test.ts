import assert from 'node:assert/strict';
import { AMOUNT_LOOKED_AT, looksMisread, readAsGb18030 } from '../../../client/src/encoding.ts';

/** `2023年部门预算公开` and `单位：万元`, and `𠮷`, which GB2312 and GBK lack, as bytes of GB18030. */
const TITLE = [
  0x32, 0x30, 0x32, 0x33, 0xc4, 0xea, 0xb2, 0xbf, 0xc3, 0xc5, 0xd4, 0xa4, 0xcb, 0xe3, 0xb9, 0xab, 0xbf, 0xaa,
];
const UNIT = [0xb5, 0xa5, 0xce, 0xbb, 0xa3, 0xba, 0xcd, 0xf2, 0xd4, 0xaa];
const RARE = [0x95, 0x34, 0xb2, 0x35];

const bytes = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());
const asUtf8 = (data: Uint8Array): string => new TextDecoder('utf-8').decode(data);

describe('looksMisread', () => {
  it('says yes to GB18030 read as UTF-8', () => {
    assert.equal(looksMisread(asUtf8(bytes(TITLE, [0x0a], UNIT)), 'utf8'), true);
    assert.equal(looksMisread(asUtf8(bytes(UNIT)), 'utf8'), true);
  });

  it('says yes to a table of digits with a little Chinese', () => {
    const digits = [...'2010301\t330.56\t330.56\t0.17\n'.repeat(500)].map((char) => char.charCodeAt(0));
    assert.equal(looksMisread(asUtf8(bytes(digits, UNIT)), 'utf8'), true);
  });

  it('says no to Chinese read rightly', () => {
    assert.equal(looksMisread('2023年部门预算公开\n单位：万元', 'utf8'), false);
    assert.equal(looksMisread('', 'utf8'), false);
    assert.equal(looksMisread('2010301\t330.56', 'utf8'), false);
  });

  it('says no to a text with a few damaged places', () => {
    assert.equal(looksMisread(`${'一般公共服务支出'.repeat(5)}\ufffd\ufffd\ufffd\ufffd`, 'utf8'), false);
    assert.equal(looksMisread('caf\ufffd', 'utf8'), false);
  });

  it('says yes to a single lost character where the encoding guessed is a part of GB18030', () => {
    for (const encoding of ['gb2312', 'gbk']) {
      assert.equal(looksMisread('单位：万元 王\ufffd', encoding), true);
      assert.equal(looksMisread('单位：万元', encoding), false);
    }
  });

  it('looks at the beginning only', () => {
    assert.equal(looksMisread(`${'1'.repeat(AMOUNT_LOOKED_AT)}${'\ufffd'.repeat(100)}`, 'utf8'), false);
  });
});

describe('readAsGb18030', () => {
  it('reads what was misread', () => {
    assert.equal(readAsGb18030(bytes(TITLE, [0x0a], UNIT)), '2023年部门预算公开\n单位：万元');
    assert.equal(readAsGb18030(bytes(RARE)), '𠮷');
  });

  it('reads up to a character that is cut off', () => {
    const whole = bytes(TITLE);
    const data = new Uint8Array(AMOUNT_LOOKED_AT + 1).fill(0x20);
    data.set(whole.subarray(4, 6), AMOUNT_LOOKED_AT - 1);
    assert.equal(readAsGb18030(data)?.trim(), '');
  });

  it('refuses bytes that cannot be GB18030', () => {
    assert.equal(readAsGb18030(bytes([0xff, 0xff, 0xff, 0xff])), undefined);
    assert.equal(readAsGb18030(bytes(TITLE, [0xff], UNIT)), undefined);
  });
});
