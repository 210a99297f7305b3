import type { Catalogue } from './catalogue/catalogue.ts';
import { checkCodes } from './checks/codes.ts';
import { type Disclosure, readDisclosure } from './disclosure/disclosure.ts';
import type { PlacedTable } from './disclosure/table.ts';
import type { Finding } from './findings.ts';
import { sumFindings } from './relations/sumFindings.ts';
import { relateTable, type TableRelations } from './relations/tableRelations.ts';
import type { Settings } from './settings.ts';
import { splitLines } from './syntax/lines.ts';
import type { SyntaxTree } from './syntax/nodes.ts';
import { parse } from './syntax/parse.ts';
import { comparePositions } from './text/range.ts';

/** What an analysis needs to know beside the text. */
export interface AnalyseOptions {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
}

/** Everything known about one text. Features are functions of this and a position. */
export interface Analysis {
  readonly lines: readonly string[];
  readonly tree: SyntaxTree;
  readonly disclosure: Disclosure;
  /** The relations of each table, in the order of `disclosure.tables`. */
  readonly relations: ReadonlyMap<PlacedTable, TableRelations>;
  /** In the order of their places; severities are those of the settings. */
  readonly findings: readonly Finding[];
}

/** Reads a text and finds what fails in it. Pure; never throws, whatever the text. */
export function analyse(text: string, options: AnalyseOptions): Analysis {
  const tree = parse(text);
  const disclosure = readDisclosure(tree);
  const relations = new Map<PlacedTable, TableRelations>();
  const findings: Finding[] = [];
  for (const placed of disclosure.tables) {
    const related = relateTable(placed.table);
    relations.set(placed, related);
    findings.push(...sumFindings(placed, related), ...checkCodes(placed, options.catalogue));
  }
  return {
    lines: splitLines(text),
    tree,
    disclosure,
    relations,
    findings: withSettings(findings, options.settings).sort((a, b) =>
      comparePositions(a.range.start, b.range.start),
    ),
  };
}

/** Applies the severities of the settings; `off` drops the finding. */
function withSettings(findings: readonly Finding[], settings: Settings): Finding[] {
  return findings.flatMap((finding) => {
    const severity = settings.rules[finding.rule];
    if (severity === undefined) return finding;
    return severity === 'off' ? [] : { ...finding, severity };
  });
}
