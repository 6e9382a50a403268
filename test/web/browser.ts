// A real Chromium, that of the system. Where there is none, browser stories are skipped, and tells-of-chromium.mjs says so at the end of
// the run: `.ci/run` installs one.
import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../apps/api/paper/find-chromium.js';

const executablePath = findChromium();

/** It fetches nothing of its own and needs no sandbox that a container does not give. */
const quietly =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** `describe` of what needs a browser. */
export const inBrowser = executablePath === undefined ? describe.skip : describe;

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: quietly.split(' ') });
