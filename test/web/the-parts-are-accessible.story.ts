// The gallery of parts and the frame, in a real browser: what every screen is made of.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { draft, expectAccessible, expectReflow, inBrowser, look, openWeb, type OpenWeb } from './index.js';

let web: OpenWeb;
beforeAll(async () => void (web = await openWeb()));
afterAll(() => web.close());

/** Pictures, for whoever wants to look: ASSENT_LOOK=/tmp/pictures. */
const pictures = process.env['ASSENT_LOOK'];

inBrowser('The web app', () => {
  it('shows every part without a violation, and within 320 px', async () => {
    const page = await web.as('analyst', '/parts');
    if (pictures) await look(page, `${pictures}/parts`);
    await expectAccessible(page);
    await expectReflow(page);
  });

  it('keeps the words of what is filled in forced colours: on a plate of the page’s colour they would be gone', async () => {
    const page = await web?.as('analyst', '/parts');
    if (!page) return;
    await page.emulateMedia({ forcedColors: 'active' });
    const filled = page.locator('main [data-kind=main], main label[data-selected] [class*=box]');
    const looks = await filled.evaluateAll(all =>
      all.map(each => {
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(each) as CSSStyleDeclaration & {
          forcedColorAdjust: string;
        };
        return [forcedColorAdjust, color !== backgroundColor];
      }),
    );
    expect(looks.length).toBeGreaterThan(0);
    expect(looks).toEqual(looks.map(() => ['none', true]));
  });

  it('puts the focus on the heading after a navigation', async () => {
    const page = await web.as('analyst', '/');
    if (pictures) await look(page, `${pictures}/frame`);
    await page.getByRole('link', { name: 'Learning' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.title()).toBe('Learning · Assent');
    await expectAccessible(page);
  });

  it('frames a proposal', async () => {
    const page = await web.as('analyst', `/proposals/${await draft(web, 'Kai support referrals')}`);
    await page.getByText('Kai support referrals').waitFor();
    if (pictures) await look(page, `${pictures}/proposal`);
    await expectAccessible(page);
    await expectReflow(page);
  });

  it('leads a stranger to the sign-in, which leads back', async () => {
    const page = await web.stranger('/proposals?text=kai');
    await page.waitForURL(/\/sign-in\?return=/);
    expect(new URL(page.url()).searchParams.get('return')).toBe('/proposals?text=kai');
    // The api told so by its status, which browsers note.
    web.complaints.length = 0;
  });
});
