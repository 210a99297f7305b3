import assert from 'node:assert/strict';
import { SettingsStore } from '#server/settingsStore.ts';

const URI = 'file:///a';

describe('settings store', () => {
  it('has the settings sent at initialization for a client that cannot be asked', async () => {
    const store = new SettingsStore({ language: 'en' }, undefined);
    assert.equal((await store.of(URI)).language, 'en');
  });

  it('leaves out what names no rule or no severity, and keeps the other entries', async () => {
    const rules = { 'code-sum': 'off', 'no-such-rule': 'error', balance: 'loud', 'row-sum': 'hint' };
    const store = new SettingsStore({ rules }, undefined);
    assert.deepEqual((await store.of(URI)).rules, { 'code-sum': 'off', 'row-sum': 'hint' });
  });

  it('asks for each document once', async () => {
    const asked: string[] = [];
    const store = new SettingsStore({}, async (uri) => {
      asked.push(uri);
      return { language: uri === URI ? 'en' : 'zh-cn' };
    });
    assert.equal((await store.of(URI)).language, 'en');
    assert.equal(await store.of(URI), await store.of(URI));
    assert.equal((await store.of('file:///b')).language, 'zh-cn');
    assert.deepEqual(asked, [URI, 'file:///b']);
    store.forget(URI);
    await store.of(URI);
    assert.deepEqual(asked, [URI, 'file:///b', URI]);
  });

  it('falls back to what it has when the client has nothing, or fails', async () => {
    for (const fetch of [async () => null, () => Promise.reject(new Error('no'))]) {
      const store = new SettingsStore({ language: 'en' }, fetch);
      assert.equal((await store.of(URI)).language, 'en');
    }
  });

  it('says whether a reload changed anything, and keeps equal settings as they are', async () => {
    let language = 'zh-cn';
    const store = new SettingsStore({}, async () => ({ language }));
    const before = await store.of(URI);
    assert.equal(await store.reload(null), false);
    assert.equal(await store.of(URI), before);
    language = 'en';
    assert.equal(await store.reload(null), true);
    assert.equal((await store.of(URI)).language, 'en');
  });

  it('takes settings that are sent along', async () => {
    const store = new SettingsStore({}, undefined);
    await store.of(URI);
    assert.equal(await store.reload({ language: 'en' }), true);
    assert.equal((await store.of(URI)).language, 'en');
    assert.equal((await store.of('file:///b')).language, 'en');
  });
});
