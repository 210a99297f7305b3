import type { SizeResult, Times } from './measure.ts';

/** What is aimed at: half of json's median. */
export const AIM = 0.5;

const COLUMNS: readonly (keyof Times)[] = ['firstOpen', 'p50', 'p95'];

/** The results as a table for a terminal, in columns of plain ASCII, which every font keeps straight. */
export function printTable(results: readonly SizeResult[]): string {
  const rows = results.map(({ lines, ours, json, ratio }) => [
    lines.toLocaleString('en'),
    ...COLUMNS.flatMap((column) => [
      ours[column].toFixed(2),
      json[column].toFixed(2),
      ratio[column].toFixed(2),
    ]),
    ratio.p50 <= AIM ? 'yes' : 'no',
  ]);
  const heading = [
    ['', 'open ms', '', '', 'p50 ms', '', '', 'p95 ms', '', '', `p50 <=`],
    ['lines', ...COLUMNS.flatMap(() => ['ours', 'json', 'ratio']), `${AIM} json`],
  ];
  return alignRight([...heading, ...rows]);
}

/** What stood behind the figures, so that a comparison of different things is seen. */
export function printDocuments(results: readonly SizeResult[]): string {
  const rows = results.flatMap(({ lines, ours, json }) =>
    (
      [
        ['ours', ours],
        ['json', json],
      ] as const
    ).map(([name, side]) => [
      lines.toLocaleString('en'),
      name,
      side.characters.toLocaleString('en'),
      String(side.diagnostics),
      `${Math.round(100 * side.telling)}%`,
    ]),
  );
  return alignRight([['lines', 'server', 'characters', 'diagnostics', 'edits that changed them'], ...rows]);
}

function alignRight(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n');
}
