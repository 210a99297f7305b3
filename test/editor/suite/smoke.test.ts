import { ok } from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension', () => {
  it('is present under its id', () => {
    ok(extensions.getExtension('budget-disclosure.budget-disclosure'));
  });
});
