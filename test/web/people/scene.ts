// One scene of a story. Where it fails, and ASSENT_LOOK names a folder, every open page leaves a picture.
import { it } from '@jest/globals';
import type { Browser } from 'playwright-core';

const folder = process.env['ASSENT_LOOK'];

export type Scene = (what: string, play: () => Promise<void>) => void;

/** `browser` is asked when the scene begins: it is opened before all scenes. */
export function scenes(browser: () => Browser): Scene {
  let broken: string | undefined;
  return (what, play) =>
    it(what, async () => {
      if (broken) throw new Error(`The story ended before this: ${broken}.`);
      try {
        await play();
      } catch (error) {
        broken = what;
        if (folder) await photograph(browser(), `${folder}/${what.replaceAll(/\W+/g, '-').slice(0, 60)}`);
        throw error;
      }
    });
}

async function photograph(browser: Browser, path: string): Promise<void> {
  const pages = browser.contexts().flatMap(context => context.pages());
  // A page that cannot be photographed must not hide what went wrong.
  await Promise.allSettled(
    pages.map((page, index) => page.screenshot({ path: `${path}-${index}.png`, fullPage: true })),
  );
}
