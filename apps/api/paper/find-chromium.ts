// The browser that prints: the system's own. None is brought along, so that its security updates come with the system's.
import { accessSync, constants } from 'node:fs';

/** Where systems put it. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of the program; undefined where there is none. One that is named is the only one that is looked for. */
export const findChromium = (named?: string): string | undefined =>
  (named === undefined ? USUAL : [named]).find(isProgram);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
