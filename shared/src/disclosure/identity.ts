import type { TextNode } from '../syntax/nodes.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { isBodyName } from './codes.ts';

/** Who publishes what: 某某局 | 部门 | 预算. What the document does not say is absent. */
export interface Identity {
  readonly organ?: string;
  /** 部门 publishes for itself and the bodies below it, 单位 for itself alone. */
  readonly kind?: '部门' | '单位';
  readonly stage?: '预算' | '决算';
}

/** Longer lines are sentences. */
const MAX_LINE = 80;
/** 某某局2023年部门预算公开说明; the name may stand in the line above. */
const COVER =
  /^(.{0,40}?)(?:20\d{2}|二〇[〇-九]{2})年度?(部门|单位)?(预算|决算)(?=公开|信息|说明|报告|情况|目录|$)/;
const FORM =
  /(?:填报|编[制报]|公开|预算(?:主管)?)(?:单位|部门)(?:名称)?(?:[(（][^()（）]{1,6}[)）])?[:：]([^:：|]{3,40}?)(?=(?:金额)?单位[:：]|[(（|]|$)/;
/** A name and nothing else, as on a cover; what a bar closes is a cell of a table that was not found. */
const NAME_ALONE =
  /^[^\d、。，,:：;；|]{4,30}(?<!表|公开|预算|决算|说明|情况|职能|职责|设置|概况|构成|目录|解释)$/;
const NUMBERING = /^(?:第[一二三四五六七八九十]+部分|附件?\d*[:：]?|[一二三四五六七八九十]+、)/;

/** What a line of the opening says of the document. */
export function readIdentity(line: string): Identity {
  if (line.length > MAX_LINE) return {};
  const label = compactLabel(line).replace(NUMBERING, '');
  const form = FORM.exec(label)?.[1];
  if (form !== undefined) return isBodyName(form) ? { organ: form } : {};
  const cover = COVER.exec(label);
  if (!cover) return isBodyName(label) && NAME_ALONE.test(label) ? { organ: label } : {};
  const [, organ = '', kind, stage] = cover;
  return {
    ...(organ !== '' && isBodyName(organ) && { organ }),
    ...(kind !== undefined && { kind: kind as '部门' | '单位' }),
    ...(stage !== undefined && { stage: stage as '预算' | '决算' }),
  };
}

/** What several openings say, each thing where it is said first. */
export function firstOf(identities: readonly Identity[]): Identity {
  return Object.assign({}, ...[...identities].reverse());
}

/** What the lines say. */
export const identityOf = remember(
  (node: TextNode): Identity => firstOf(node.lines.map(({ text }) => readIdentity(text))),
);
