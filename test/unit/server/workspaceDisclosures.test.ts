import assert from 'node:assert/strict';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { DisclosureFiles } from '#server/disclosureFiles.ts';
import type { Basis } from '#server/workspace.ts';
import { Workspace } from '#server/workspace.ts';
import { type DisclosureView, WorkspaceDisclosures } from '#server/workspaceDisclosures.ts';
import { ABLE_CLIENT } from '../../support/features.ts';

const FOLDER = 'file:///c:/budget';

const yearOf = ({ analysis }: DisclosureView): number | undefined => analysis.disclosure.year;

describe('disclosures of a workspace', () => {
  const texts = new Map<string, string>();
  const reads: string[] = [];
  let lists = 0;
  const files: DisclosureFiles = {
    async list(folder) {
      lists++;
      const inside = [...texts].filter(([uri]) => uri.startsWith(`${folder}/`));
      return inside.map(([uri, text]) => ({ uri, stamp: text }));
    },
    async read(uri) {
      reads.push(uri);
      return texts.get(uri);
    },
  };
  const faults: string[] = [];
  const log = { error: (message: string) => void faults.push(message) };
  let basis: Basis;

  function disclosures({ watched = true, folders = [FOLDER] } = {}): WorkspaceDisclosures {
    const workspace = new Workspace(ABLE_CLIENT, undefined);
    const source = { files, folders, watched, workspace, log };
    return new WorkspaceDisclosures({ ...source, basisIn: async () => basis });
  }

  async function years(known: WorkspaceDisclosures, open: readonly string[] = []) {
    return Promise.all((await known.closed(open)).map((each) => each.fact(yearOf)));
  }

  beforeEach(() => {
    texts.clear();
    texts.set(`${FOLDER}/a.budget`, '2021年部门预算\n');
    texts.set(`${FOLDER}/b.budget`, '2022年部门预算\n');
    reads.length = 0;
    faults.length = 0;
    lists = 0;
    basis = {
      settings: DEFAULT_SETTINGS,
      catalogue: nationalCatalogue(),
      indicators: nationalIndicators(),
    };
  });

  it('are read when something of them is asked for, and what follows from them is remembered', async () => {
    const known = disclosures();
    assert.equal((await known.closed([])).length, 2);
    assert.deepEqual(reads, []);
    assert.deepEqual(await years(known), [2021, 2022]);
    assert.deepEqual(await years(known), [2021, 2022]);
    assert.equal(reads.length, 2);
    assert.equal(lists, 1);
  });

  it('of open documents are left out, however their URI is written', async () => {
    assert.deepEqual(await years(disclosures(), ['file:///C%3A/budget/a.budget']), [2022]);
  });

  it('are read anew only where a file or the settings have changed', async () => {
    const known = disclosures();
    await years(known);
    texts.set(`${FOLDER}/b.budget`, '2023年部门预算\n');
    assert.deepEqual(await years(known), [2021, 2022]);
    known.filesChanged();
    assert.deepEqual(await years(known), [2021, 2023]);
    assert.deepEqual(reads.slice(2), [`${FOLDER}/b.budget`]);

    basis = { ...basis, settings: { ...DEFAULT_SETTINGS, language: 'en' } };
    const [first] = await known.closed([]);
    assert.equal(await first?.fact(({ context }) => context.settings.language), 'en');
  });

  it('count once where folders lie within each other', async () => {
    assert.equal((await disclosures({ folders: ['file:///c:', FOLDER] }).closed([])).length, 2);
  });

  it('that cannot be read, or that are none, are nothing', async () => {
    texts.set(`${FOLDER}/c.txt`, '买菜\n');
    const known = disclosures();
    const all = await known.closed([]);
    texts.delete(`${FOLDER}/a.budget`);
    assert.deepEqual(await Promise.all(all.map((each) => each.view().then((view) => view?.uri))), [
      undefined,
      `${FOLDER}/b.budget`,
      undefined,
    ]);
  });

  it('are none where there are no files', async () => {
    const workspace = new Workspace(ABLE_CLIENT, undefined);
    const source = { files: undefined, folders: [FOLDER], watched: true, workspace, log };
    const known = new WorkspaceDisclosures({ ...source, basisIn: async () => basis });
    assert.deepEqual(await known.closed([]), []);
  });

  it('that bring about a fault of ours are nothing, and stop no other', async () => {
    const known = disclosures();
    const failing = ({ uri, analysis }: DisclosureView) => {
      if (uri.endsWith('a.budget')) throw new Error('a fault of ours');
      return analysis.disclosure.year;
    };
    const found = (await known.closed([])).map((each) => each.fact(failing));
    assert.deepEqual(await Promise.all(found), [undefined, 2022]);
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /a\.budget: Error: a fault of ours/);
  });

  it('lie in the innermost folder around them, as it is written or escaped', () => {
    const known = disclosures({ folders: [FOLDER, `${FOLDER}/town`, 'file:///c:/budgets'] });
    assert.equal(known.folderOf('file:///c%3A/budget/town/a.budget'), `${FOLDER}/town`);
    assert.equal(known.folderOf('file:///c:/budget/towns.budget'), FOLDER);
    assert.equal(known.folderOf('file:///c:/budgets/a.budget'), 'file:///c:/budgets');
    assert.equal(known.folderOf('untitled:Untitled-1'), FOLDER);
  });
});
