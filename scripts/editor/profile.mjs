// Profiles: the folder in which an editor keeps settings, state and extensions.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeds } from '../support/paths.mjs';

/** For everybody: nothing asks the network for anything. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code would save by itself, into the sample disclosures.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
};

/** For tests: nothing is shown, saved or asked that the test did not bring about. */
const testSettings = {
  ...quietSettings,
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'window.confirmBeforeClose': 'never',
  'workbench.tips.enabled': false,
};

/**
 * A profile's folders, laid out as VS Code's server wants them.
 * @typedef {{
 *   readonly folder: string,
 *   readonly userData: string,
 *   readonly extensions: string,
 *   readonly temporary: string,
 * }} Profile
 */

/**
 * @param {string} folder
 * @returns {Profile}
 */
export function profileAt(folder) {
  return {
    folder,
    userData: join(folder, 'data'),
    extensions: join(folder, 'extensions'),
    temporary: join(folder, 'tmp'),
  };
}

/**
 * A profile that is gone after use, with a folder for temporary files of its own.
 * @template T
 * @param {Readonly<Record<string, unknown>>} extraSettings
 * @param {(profile: Profile) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withThrowawayProfile(extraSettings, use) {
  // The real path: an editor that resolves links would otherwise see other paths than the tests.
  const profile = profileAt(await realpath(await mkdtemp(join(tmpdir(), 'budget-'))));
  try {
    await writeSettings(profile, { ...testSettings, ...extraSettings });
    return await use(profile);
  } finally {
    await rm(profile.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/**
 * A profile that stays, for people. Settings they changed are kept.
 * @param {string} folder
 * @returns {Promise<Profile>}
 */
export async function lastingProfile(folder) {
  const profile = profileAt(folder);
  if (!existsSync(join(profile.userData, 'User', 'settings.json')))
    await writeSettings(profile, quietSettings);
  return profile;
}

/**
 * @param {Profile} profile
 * @param {Readonly<Record<string, unknown>>} settings
 */
async function writeSettings(profile, settings) {
  await mkdir(profile.extensions, { recursive: true });
  await mkdir(profile.temporary, { recursive: true });
  const user = join(profile.userData, 'User');
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * Copies the sample disclosures, so that no test writes into the project.
 * @param {Profile} profile
 * @param {string} name of the copy
 * @returns {Promise<string>} the copy's folder
 */
export async function copySeeds(profile, name) {
  const folder = join(profile.folder, name);
  await cp(seeds, folder, { recursive: true });
  return folder;
}
