import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '#core/messages/messages.ts';
import { RULE_IDS, RULES } from '#core/rules.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = readFileSync(join(ROOT, 'docs/RULES.md'), 'utf8');

describe('the rule table', () => {
  it('is what docs/RULES.md has headings for, in the same order', () => {
    const headings = [...DOCS.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, RULE_IDS);
  });

  for (const id of RULE_IDS) {
    describe(id, () => {
      it('is a stable kebab-case name that names itself', () => {
        assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
        assert.equal(RULES[id].id, id);
        assert.notEqual(RULES[id].source, '');
      });

      it('is named in both languages, and called so in the docs', () => {
        const { 'zh-cn': zh, en } = LANGUAGES;
        const [, section = ''] = DOCS.split(`\n## ${id}\n`);
        const own = section.split('\n## ')[0] ?? '';
        assert.match(zh.rules[id].name, /[\u4e00-\u9fff]/);
        assert.doesNotMatch(en.rules[id].name, /[\u4e00-\u9fff]/);
        assert.ok(own.includes(`**${zh.rules[id].name}**`), `docs do not say ${zh.rules[id].name}`);
        assert.ok(own.includes(`**${en.rules[id].name}**`), `docs do not say ${en.rules[id].name}`);
      });

      it('has examples that must be flagged and examples that must stay silent', () => {
        const folder = join(ROOT, 'test/fixtures', id);
        assert.ok(existsSync(folder), `no test/fixtures/${id}`);
        const files = readdirSync(folder);
        for (const kind of ['flagged-', 'silent-'])
          assert.ok(
            files.some((file) => file.startsWith(kind)),
            kind,
          );
      });
    });
  }
});
