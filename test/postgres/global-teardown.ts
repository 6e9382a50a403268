// Ends what global-setup.ts started. A server named by TEST_DATABASE_URL is left alone.
import './typescript.mjs';

export default async function tearDown(): Promise<void> {
  await globalThis.stopTestPostgres?.();
}
