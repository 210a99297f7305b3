import { aligned } from './aligned.ts';
import { barred } from './barred.ts';
import { cellPerLine } from './cellPerLine.ts';
import { comma } from './comma.ts';
import type { Dialect } from './dialect.ts';
import { flattened } from './flattened.ts';
import { html } from './html.ts';
import { pipe } from './pipe.ts';
import { tab } from './tab.ts';

/** Every dialect, the plainest first. A new one is a file beside these and its name here. */
export const DIALECTS: readonly Dialect[] = [tab, pipe, aligned, flattened, comma, cellPerLine, html, barred];
