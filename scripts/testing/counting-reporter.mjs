// Mocha's spec reporter, which at the end also writes the counts, and what failed, to the file named by the option `output`.
import Mocha from 'mocha';
import { writeCountsOf } from './results.mjs';

export default class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const output = options.reporterOptions?.output;
    if (typeof output !== 'string') throw new Error('Say where the counts go: --reporter-option output=FILE');
    writeCountsOf(runner, output);
  }
}
