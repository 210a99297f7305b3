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
  let basis: Basis;

  function disclosures({ watched = true, folders = [FOLDER] } = {}): WorkspaceDisclosures {
    const workspace = new Workspace(ABLE_CLIENT, undefined);
    return new WorkspaceDisclosures({ files, folders, watched, workspace, basisIn: async () => basis });
  }

  async function years(known: WorkspaceDisclosures, open: readonly string[] = []) {
    return Promise.all((await known.closed(open)).map((each) => each.fact(yearOf)));
  }

  beforeEach(() => {
    texts.clear();
    texts.set(`${FOLDER}/a.budget`, '2021年部门预算\n');
    texts.set(`${FOLDER}/b.budget`, '2022年部门预算\n');
    reads.length = 0;
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
    const source = { files: undefined, folders: [FOLDER], watched: true, workspace };
    const known = new WorkspaceDisclosures({ ...source, basisIn: async () => basis });
    assert.deepEqual(await known.closed([]), []);
  });
});
