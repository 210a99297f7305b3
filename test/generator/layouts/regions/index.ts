import type { Region } from '../region.ts';
import { central } from './central.ts';
import { chongqing } from './chongqing.ts';
import { guiyang } from './guiyang.ts';
import { hubei } from './hubei.ts';
import { hunan } from './hunan.ts';
import { shaanxi } from './shaanxi.ts';

/** Every region, the plainest first. A new one is a file beside these and its name here. */
export const REGIONS: readonly Region[] = [chongqing, guiyang, hunan, shaanxi, hubei, central];
