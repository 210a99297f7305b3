import type { CellNode, SyntaxTree, TableNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { remember } from '../text/remember.ts';
import { isFormWord } from './context.ts';
import { addContext, type ContextLine } from './contextLines.ts';
import { type Fragment, pageCodes } from './grid.ts';
import { hasWords } from './labels.ts';
import { continuedCodes, type FragmentGroup } from './pages.ts';

/** Puts the pages of each table together and gives it the prose that stands in front of it. */
export function groupFragments(tree: SyntaxTree): FragmentGroup[] {
  const groups: FragmentGroup[] = [];
  let context: ContextLine[] = [];
  let parted = false;
  tree.blocks.forEach((block, index) => {
    const { node } = block;
    if (node.kind === 'conflict') {
      // What stands in front of a conflict may have been about a table inside, and its rows carry codes on.
      context = [];
      parted = true;
    }
    if (node.kind === 'text') addContext(context, node, block.line);
    if (node.kind !== 'table') return;
    const fragment: Fragment = { line: block.line, node };
    const previous = parted ? undefined : groups.at(-1);
    if (isAside(node) && nextTableIsNear(tree, index)) {
      addContext(context, node, block.line);
      return;
    }
    const continued = previous && continuedCodes(previous, fragment, context);
    if (previous && continued) {
      previous.fragments.push(fragment);
      previous.codes = continued;
    } else {
      groups.push({ fragments: [fragment], context, codes: ownCodes(node) });
    }
    context = [];
    parted = false;
  });
  return groups;
}

const ownCodes = remember((node: TableNode) => pageCodes(node));

/** A few lines in front of the real table, which are of it as prose is. */
const isAside = remember((node: TableNode): boolean => isStrayMarks(node) || isForm(node));

/**
 * OCR scatters a unit line or a rule over cells: a few lines of marks in front of the real table. A name with an
 * amount is a row, however short (`06 | 电费 | 1.20`).
 */
function isStrayMarks(node: TableNode): boolean {
  return (
    node.rows.length <= 3 &&
    node.rows.every(
      ({ cells }) =>
        cells.every((cell) => cell.text.length <= 4) &&
        !(cells.some((cell) => hasWords(cell.text)) && cells.some((cell) => parseAmount(cell.text))),
    )
  );
}

/** 填报单位：…, 单位：万元 over cells: lines of the form around the real table. */
function isForm(node: TableNode): boolean {
  return node.rows.length <= 3 && node.rows.every((row) => row.cells.every(isFormCell));
}

function isFormCell({ text }: CellNode): boolean {
  return text === '' || isFormWord(text);
}

function nextTableIsNear(tree: SyntaxTree, index: number): boolean {
  const [gap, next] = [tree.blocks[index + 1], tree.blocks[index + 2]];
  return gap?.node.kind === 'blank' && gap.node.lineCount <= 2 && next?.node.kind === 'table';
}
