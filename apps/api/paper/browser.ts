// Chromium as a process of its own, kept warm for a while after its last page. It has no network: every request of a page is
// answered from within this process, and there is nobody else to ask.
import type { Browser, BrowserContext } from 'playwright-core';

/** Milliseconds that it is kept without work: a start takes about a second, and an idle one some hundred megabytes. */
const WARM = 60_000;

const ARGUMENTS = [
  // Names lead nowhere, and neither does an address.
  ...['--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
  ...['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...[
    '--no-first-run',
    '--disable-gpu',
    '--disable-extensions',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  ],
];

export class WarmBrowser {
  private starting: Promise<Browser> | undefined;
  private cooling: NodeJS.Timeout | undefined;
  private inUse = 0;

  constructor(private readonly program: string) {}

  /** A page's surroundings, with nothing of another's in them, for as long as `work` takes. */
  async within<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
    clearTimeout(this.cooling);
    this.inUse += 1;
    try {
      const browser = await this.start();
      const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false, locale: 'en-NZ' });
      try {
        return await work(context);
      } finally {
        // One that crashed has closed it already.
        await context.close().catch(() => {});
      }
    } finally {
      this.inUse -= 1;
      if (this.inUse === 0) this.cooling = setTimeout(() => void this.close(), WARM).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.cooling);
    const { starting } = this;
    this.starting = undefined;
    // It may never have come up.
    await starting?.then(browser => browser.close()).catch(() => {});
  }

  private async start(): Promise<Browser> {
    this.starting ??= this.launch();
    return this.starting;
  }

  private async launch(): Promise<Browser> {
    try {
      const { chromium } = await import('playwright-core');
      // Chromium refuses its own sandbox to root, as in some containers; elsewhere it is always on.
      const chromiumSandbox = process.getuid?.() !== 0;
      const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
      const browser = await chromium.launch({
        executablePath: this.program,
        args: ARGUMENTS,
        chromiumSandbox,
        ...signals,
      });
      browser.once('disconnected', () => (this.starting = undefined));
      return browser;
    } catch (error) {
      this.starting = undefined;
      throw error;
    }
  }
}
