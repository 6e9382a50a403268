// Loads a screen. Where that fails, it waits until we can be reached: browsers remember that a module failed, so that the router then
// loads the page anew, at the address to be shown; without a connection nothing would come of that but the browser’s own error.
import { connection, watchedFetch } from './connection.js';

const FIRST_MS = 500;
const LONGEST_MS = 8_000;

export async function patiently<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    await untilReached();
    throw error;
  }
}

async function untilReached(wait = FIRST_MS): Promise<void> {
  // Any answer will do; the address is the cheapest one there is.
  await watchedFetch('/livez', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (connection.get() !== 'lost') return;
  await new Promise(resolve => setTimeout(resolve, wait));
  return untilReached(Math.min(2 * wait, LONGEST_MS));
}
