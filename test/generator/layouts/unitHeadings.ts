import type { ModelTable } from '../model.ts';
import type { HeadNode } from './head.ts';
import type { Layout } from './layout.ts';

/** Headings that can tell the unit: 预算数（万元）. */
const CAN_TELL = /[预决]算数?$/;

/** Whether the headings tell the unit: only where all of them can. */
export function unitInHeading(table: ModelTable, layout: Layout): boolean {
  return (
    layout.unitPlace === 'heading' &&
    table.blocks.every(({ columns }) =>
      columns.every(
        ({ label, children, kind }) => children.length === 0 && (kind !== 'amount' || CAN_TELL.test(label)),
      ),
    )
  );
}

/** The headings with the unit behind those that can tell it; `unit` is empty where it is told elsewhere. */
export function withUnit(nodes: readonly HeadNode[], unit: string): HeadNode[] {
  return nodes.map((node) => (CAN_TELL.test(node.text) ? { ...node, text: `${node.text}${unit}` } : node));
}
