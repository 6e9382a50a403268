// The history shows of each entry the hash, short, and whole on demand; many acts of one kind in a row are one line that opens.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { expectAccessible, expectReflow, inBrowser, openWeb, type OpenWeb } from './index.js';

let web: OpenWeb;
let hash: string;
beforeAll(async () => {
  web = await openWeb();
  const { cast } = web.api.store;
  const people = [cast.members.analyst, cast.members.approver, cast.members.auditor, cast.members.auditor];
  for (const { personId } of people) {
    const identityId = uuidv7();
    const issuer = 'https://provider.example';
    await cast.change([{ type: 'IdentityLinked', identityId, personId, issuer, subject: identityId }]);
  }
  const { edges } = await web.api.as('auditor').history({ types: ['IdentityLinked'] });
  hash = String(edges[0]!.node['hash']);
});
afterAll(() => web.close());

inBrowser('The history', () => {
  it('folds acts of one kind, and opens them', async () => {
    const page = await web.as('auditor', '/history?type=IdentityLinked');
    // The session of whoever looks is one more.
    const fold = page.getByRole('button', { name: 'gave 3 people a way to sign in' });
    await fold.waitFor();
    const each = page.getByRole('link', { name: 'linked a way to sign in for' });
    expect(await each.count()).toBe(0);
    await fold.click();
    expect(await each.count()).toBeGreaterThanOrEqual(4);
    await expectAccessible(page);
    await expectReflow(page);
  });

  it('shows the hash of an entry short, tells what it is, whole, to whoever comes to it, and copies it', async () => {
    const page = await web.as('auditor', '/history?type=IdentityLinked', { permissions: ['clipboard-write'] });
    await page.getByRole('button', { name: 'gave 3 people a way to sign in' }).click();
    const short = page.getByRole('button', { name: `Hash ${hash.slice(0, 10)}` });
    expect(await short.innerText()).toBe(hash.slice(0, 10));
    await page.keyboard.press('Tab');
    while (!(await short.evaluate(button => button === document.activeElement))) await page.keyboard.press('Tab');
    await page.getByRole('tooltip').getByText(hash, { exact: true }).waitFor();
    await page.evaluate(() => {
      Object.assign(globalThis, { copied: '' });
      navigator.clipboard.writeText = async text => void Object.assign(globalThis, { copied: text });
    });
    await page.keyboard.press('Enter');
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => (globalThis as { copied?: string }).copied)).toBe(hash);
  });
});
