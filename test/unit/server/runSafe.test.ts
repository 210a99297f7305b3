import assert from 'node:assert/strict';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { runSafe } from '#server/runSafe.ts';

describe('runSafe', () => {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) };
  beforeEach(() => void logged.splice(0));

  it('passes the answer on', async () => {
    assert.equal(await runSafe(log, 'hover', 0, undefined, () => 5), 5);
    assert.deepEqual(logged, []);
  });

  it('logs a fault under the name of the work and answers empty', async () => {
    const fails = (): number => {
      throw new RangeError('beyond');
    };
    assert.equal(await runSafe(log, 'hover', 0, undefined, fails), 0);
    assert.match(logged[0] ?? '', /^hover: RangeError: beyond/);
    assert.equal(await runSafe(log, 'fold', 0, undefined, () => Promise.reject('odd')), 0);
    assert.equal(logged[1], 'fold: odd');
  });

  it('answers a cancelled request as the protocol wants it', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const answer = await runSafe(log, 'hover', 0, source.token, () => 5);
    assert.ok(answer instanceof ResponseError);
    assert.equal(answer.code, -32800);
  });
});
