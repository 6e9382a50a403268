// At the end of a test run, where there is no Chromium: how much was not tested for that, and how to have it tested.
import { findChromium } from '../../apps/api/paper/find-chromium.ts';

export default class TellsOfChromium {
  onRunComplete(_contexts, { testResults }) {
    if (findChromium() !== undefined) return;
    const skipped = testResults.filter(
      ({ testFilePath, numPendingTests }) => /[\\/]test[\\/](web|files)[\\/]/.test(testFilePath) && numPendingTests > 0,
    );
    if (skipped.length === 0) return;
    const tests = skipped.reduce((sum, { numPendingTests }) => sum + numPendingTests, 0);
    console.error(
      `\nThere is no Chromium on this machine: ${tests} browser tests in ${skipped.length} files were skipped. Install it with: apt-get install chromium`,
    );
  }
}
