import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import { SECTION } from '#core/protocol.ts';
import type { Settings } from '#core/settings.ts';
import { WORDS, type Words } from './words.ts';

/**
 * Whether a file that looks like a disclosure is offered the language. The settings schema itself is not
 * loaded here: reading two words must not cost its evaluation when a plain text file is opened.
 */
export function detectSetting(uri: Uri): Settings['detect'] {
  const value: unknown = workspace.getConfiguration(SECTION, uri).get('detect');
  return value === 'always' || value === 'never' ? value : 'ask';
}

/** Stops every further offer, in all windows of this user. */
export async function stopAsking(): Promise<void> {
  await workspace.getConfiguration(SECTION).update('detect', 'never', ConfigurationTarget.Global);
}

/** The words in the language of `budgetDisclosure.language`; Chinese whatever the editor's own language is. */
export function words(): Words {
  const value: unknown = workspace.getConfiguration(SECTION).get('language');
  return value === 'en' ? WORDS.en : WORDS['zh-cn'];
}
