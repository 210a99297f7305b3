import type { Facts } from '../facts.ts';
import { guangdong } from './guangdong.ts';
import { henan } from './henan.ts';
import { jiangxi } from './jiangxi.ts';
import type { Line, Province } from './pieces.ts';
import { shanghai } from './shanghai.ts';
import { sichuan } from './sichuan.ts';
import { zhejiang } from './zhejiang.ts';

export type { Province } from './pieces.ts';

const WRITERS = { sichuan, guangdong, zhejiang, henan, shanghai, jiangxi } satisfies Record<string, Province>;

export type ProvinceName = keyof typeof WRITERS;

export const PROVINCES = Object.keys(WRITERS) as readonly ProvinceName[];

/** The text of a disclosure, as a province writes it. */
export function writtenIn(province: ProvinceName, facts: Facts): readonly Line[] {
  return WRITERS[province](facts);
}
