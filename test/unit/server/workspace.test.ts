import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { nextTurn } from '#server/turns.ts';
import { type Basis, Workspace } from '#server/workspace.ts';
import { ABLE_CLIENT } from '../../support/features.ts';
import { seedTexts } from '../../support/seeds.ts';

const basis: Basis = {
  settings: DEFAULT_SETTINGS,
  catalogue: nationalCatalogue(),
  indicators: nationalIndicators(),
};

describe('the analysis of a document', () => {
  let workspace: Workspace;
  let document: TextDocument;

  beforeEach(() => {
    workspace = new Workspace(ABLE_CLIENT, undefined);
    const text = seedTexts('guiyang')
      .map((seed) => seed.text)
      .join('\n');
    document = TextDocument.create('file:///long.budget.txt', 'budget-disclosure', 1, text);
  });

  /** Types into the document while it is being read. */
  async function typeMeanwhile(): Promise<void> {
    await nextTurn();
    await nextTurn();
    const start = { line: 0, character: 0 };
    TextDocument.update(document, [{ range: { start, end: start }, text: '2031年' }], 2);
  }

  it('is made once for all who wait for it', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => workspace.analysed(document, basis)));
    assert.ok(one);
    assert.equal(other, one);
    assert.equal(await workspace.analysed(document, basis), one);
  });

  it('is given up for a newer version, which is read as if nothing had been', async () => {
    const old = workspace.analysed(document, basis, () => document.version === 1);
    await typeMeanwhile();
    const now = workspace.analysed(document, basis);
    assert.equal(await old, undefined);
    const found = await now;
    assert.equal(found?.version, 2);
    assert.deepEqual(found?.analysis.findings, analyse(document.getText(), basis).findings);
  });

  it('is that of the newer version for who waits for any', async () => {
    const any = workspace.analysed(document, basis);
    await typeMeanwhile();
    assert.equal((await any)?.version, 2);
  });

  it('is made to the end while one of those who asked still waits', async () => {
    let patient = true;
    const gone = workspace.analysed(document, basis, () => patient);
    const staying = workspace.analysed(document, basis);
    await nextTurn();
    patient = false;
    assert.equal((await staying)?.version, 1);
    assert.ok(await gone, 'what was made is given to both');
  });

  it('is made of each basis that is asked for', async () => {
    const english: Basis = { ...basis, settings: { ...DEFAULT_SETTINGS, language: 'en' } };
    const [one, other] = await Promise.all([
      workspace.analysed(document, basis),
      workspace.analysed(document, english),
    ]);
    assert.notEqual(one?.serial, other?.serial);
    assert.equal(one?.basis, basis);
    assert.equal(other?.basis, english);
  });
});
