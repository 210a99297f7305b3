import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES } from '#core/messages/messages.ts';
import { RULE_IDS, RULES } from '#core/rules.ts';
import { DEFAULT_SETTINGS, parseSettings, settingsSchema } from '#core/settings.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));

const SECTION = 'budgetDisclosure.';
/** Read by the language client package itself, so not part of the settings of the core. */
const CLIENT_ONLY = 'trace.server';

const property = z.object({
  order: z.number(),
  type: z.string(),
  scope: z.enum(['window', 'resource']),
  default: z.unknown(),
  enum: z.array(z.string()).optional(),
  markdownEnumDescriptions: z.array(z.string()).optional(),
  markdownDescription: z.string(),
});
const rule = z.object({
  type: z.literal('string'),
  enum: z.array(z.string()),
  default: z.string(),
  markdownEnumDescriptions: z.array(z.string()),
  markdownDescription: z.string(),
});
const manifest = z
  .object({
    icon: z.string(),
    main: z.string(),
    activationEvents: z.array(z.string()),
    capabilities: z.record(z.string(), z.object({ supported: z.unknown(), description: z.string() })),
    contributes: z.object({
      languages: z.array(
        z.object({
          id: z.string(),
          extensions: z.array(z.string()),
          configuration: z.string(),
          icon: z.record(z.string(), z.string()),
        }),
      ),
      grammars: z.array(z.object({ language: z.string(), scopeName: z.string(), path: z.string() })),
      commands: z.array(z.object({ command: z.string() })),
      menus: z.object({ commandPalette: z.array(z.object({ command: z.string(), when: z.string() })) }),
      configurationDefaults: z.record(z.string(), z.record(z.string(), z.unknown())),
      configuration: z.object({ properties: z.record(z.string(), property) }),
    }),
  })
  .parse(read('package.json'));
const rules = z
  .object({
    contributes: z.object({
      configuration: z.object({
        properties: z.object({
          [`${SECTION}rules`]: z.object({
            additionalProperties: z.literal(false),
            properties: z.record(z.string(), rule),
          }),
        }),
      }),
    }),
  })
  .parse(read('package.json')).contributes.configuration.properties[`${SECTION}rules`]?.properties;

const { properties } = manifest.contributes.configuration;
const words = z.record(z.string(), z.string());
const bundles = {
  default: words.parse(read('package.nls.json')),
  zh: words.parse(read('package.nls.zh-cn.json')),
};

describe('package.json: settings', () => {
  it('has every setting of the schema, and no other', () => {
    const expected = [...Object.keys(settingsSchema.shape), CLIENT_ONLY].map((key) => SECTION + key);
    assert.deepEqual(Object.keys(properties).sort(), expected.sort());
  });

  it('has the defaults of the schema', () => {
    for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
      assert.deepEqual(properties[SECTION + key]?.default, value, key);
    }
  });

  it('offers exactly the values that the schema takes', () => {
    for (const key of ['language', 'detect'] as const) {
      const offered = properties[SECTION + key]?.enum ?? [];
      assert.deepEqual(
        [...offered].sort(),
        [...settingsSchema.shape[key].unwrap().unwrap().options].sort(),
        key,
      );
    }
  });

  it('describes every value it offers, in a fixed order of settings', () => {
    const orders = Object.values(properties).map(({ order }) => order);
    assert.equal(new Set(orders).size, orders.length);
    for (const [key, { enum: values, markdownEnumDescriptions }] of Object.entries(properties)) {
      assert.equal(markdownEnumDescriptions?.length, values?.length, key);
    }
  });

  it('has every rule with its default severity, and no other', () => {
    assert.deepEqual(Object.keys(rules ?? {}), RULE_IDS);
    for (const id of RULE_IDS) assert.equal(rules?.[id]?.default, RULES[id].severity, id);
  });

  it('offers every severity of every rule, each of which the schema takes', () => {
    for (const id of RULE_IDS) {
      const offered = rules?.[id];
      assert.deepEqual(offered?.enum, ['error', 'warning', 'information', 'hint', 'off'], id);
      assert.equal(offered?.markdownEnumDescriptions.length, offered?.enum.length, id);
      for (const severity of offered?.enum ?? []) {
        assert.deepEqual(parseSettings({ rules: { [id]: severity } }).rules, { [id]: severity });
      }
    }
  });
});

describe('package.json: words', () => {
  const used = new Set(
    [...readFileSync(new URL('package.json', root), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key ?? '',
    ),
  );

  for (const [name, bundle] of Object.entries(bundles)) {
    it(`has every key that is used, and no other (${name})`, () => {
      assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
      for (const [key, text] of Object.entries(bundle)) assert.notEqual(text.trim(), '', key);
    });
  }

  it('says everything in Chinese first, and then in English for editors of other languages', () => {
    for (const [key, chinese] of Object.entries(bundles.zh)) {
      const both = bundles.default[key] ?? '';
      assert.ok(both.startsWith(chinese), key);
      if (key !== 'commands.category') assert.match(both.slice(chinese.length), /[A-Za-z]{3}/, key);
    }
  });

  it('has no English bundle: an English editor would then show no Chinese to its Chinese user', () => {
    assert.ok(!existsSync(new URL('package.nls.en.json', root)));
  });

  it('calls each rule what the messages call it', () => {
    for (const id of RULE_IDS) {
      const key = `configuration.rules.${id}`;
      const zh = LANGUAGES['zh-cn'].rules[id];
      const en = LANGUAGES.en.rules[id];
      assert.equal(rules?.[id]?.markdownDescription, `%${key}%`);
      assert.equal(bundles.zh[key], `${zh.name}：${zh.summary}`);
      assert.equal(bundles.default[key], `${zh.name}：${zh.summary} ${en.name}: ${en.summary}`);
    }
  });
});

describe('package.json: contributions', () => {
  it('names files that exist', () => {
    const { languages, grammars } = manifest.contributes;
    const files = [
      manifest.icon,
      ...languages.flatMap(({ configuration, icon }) => [configuration, ...Object.values(icon)]),
      ...grammars.map(({ path }) => path),
    ];
    assert.ok(files.length >= 5);
    for (const file of files) assert.ok(existsSync(new URL(file, root)), file);
  });

  it('packs files that exist', () => {
    const taken = readFileSync(new URL('.vscodeignore', root), 'utf8').match(/^!.*$/gm) ?? [];
    // What is under dist/ is built for the package.
    const paths = taken.map((line) => line.slice(1)).filter((path) => !path.startsWith('dist/'));
    assert.ok(paths.length >= 8);
    for (const path of paths) assert.ok(existsSync(new URL(path.replace(/\*.*$/, ''), root)), path);
  });

  it('has an icon of at least 128 pixels, as PNG', () => {
    const png = readFileSync(new URL(manifest.icon, root));
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    // The IHDR chunk comes first; width and height are its first two fields.
    assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(20) >= 128);
  });

  it('starts for the language, and for plain text and Markdown only to look at them', () => {
    for (const language of ['budget-disclosure', 'plaintext', 'markdown']) {
      assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`), language);
    }
    assert.ok(!manifest.activationEvents.includes('*'));
  });

  it('says when each command is offered', () => {
    const hidden = manifest.contributes.menus.commandPalette;
    const commands = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(hidden.map(({ command }) => command).sort(), commands.sort());
    for (const { command, when } of hidden) assert.notEqual(when, '', command);
  });

  it('keeps what tables are made of: tabs, empty cells at the end of a row, ambiguous characters', () => {
    const defaults = manifest.contributes.configurationDefaults['[budget-disclosure]'];
    assert.equal(defaults?.['editor.insertSpaces'], false);
    assert.equal(defaults?.['editor.detectIndentation'], false);
    assert.equal(defaults?.['files.trimTrailingWhitespace'], false);
    assert.equal(defaults?.['editor.unicodeHighlight.ambiguousCharacters'], false);
    assert.equal(defaults?.['files.autoGuessEncoding'], true);
  });

  it('declares what it does in workspaces that are not trusted or not on disk, and why', () => {
    assert.deepEqual(Object.keys(manifest.capabilities).sort(), ['untrustedWorkspaces', 'virtualWorkspaces']);
  });
});
