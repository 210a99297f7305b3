import { strict as assert } from 'node:assert';
import { headingLabel } from '#core/messages/format.ts';

describe('messages: headings that OCR damaged', () => {
  it('are quoted without a unit line or marks glued to them', () => {
    assert.equal(headingLabel('中世:刀儿十、上年结转'), '十、上年结转');
    assert.equal(headingLabel(':出预算数(万元)'), '出预算数(万元)');
    assert.equal(headingLabel('基本支出 › 、小计'), '基本支出 › 小计');
  });

  it('are quoted whole where nothing is glued to them', () => {
    for (const text of ['一、一般公共预算', '其中：公务用车购置费', '其中:一、本年收入', '2024年 › 合计'])
      assert.equal(headingLabel(text), text);
  });
});
