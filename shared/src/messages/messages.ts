import type { Settings } from '../settings.ts';
import { EN } from './en.ts';
import type { Language } from './language.ts';
import { ZH_CN } from './zh-cn.ts';

/** Every language by its setting. */
export const LANGUAGES: { readonly [L in Settings['language']]: Language } = { 'zh-cn': ZH_CN, en: EN };
