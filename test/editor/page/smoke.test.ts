import { equal, match } from 'node:assert/strict';
import { session } from './session.ts';
import { Workbench } from './workbench.ts';

describe('the workbench', () => {
  const workbench = new Workbench(session().page);

  afterEach(() => workbench.closeAll());

  it('shows a seed that is opened with the keyboard', async () => {
    await workbench.openFile('guiyang-2022.budget.txt');
    equal(await workbench.activeTab(), 'guiyang-2022.budget.txt');
    await workbench.goTo({ line: 0, character: 0 });
    // The first line of every disclosure carries its year.
    match(await workbench.lineOnScreen(0), /2022/);
  });
});
