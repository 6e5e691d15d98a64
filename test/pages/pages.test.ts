import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { languages } from '../../membership/rules/catalogue.ts';
import { pageWords } from '../../pages/words.ts';
import { launchBrowser } from '../playground/chat-page.ts';
import { payPages, type PayPages } from '../support/pay-pages.ts';
import { elsewhere, type Elsewhere } from './gateway.ts';
import { inHost, newVisit, type Visit } from './visit.ts';

const screenshots = 'dist/screenshots';

describe('the pages in a real browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let pages: PayPages;
  let gateway: Elsewhere;

  before(async () => {
    await mkdir(screenshots, { recursive: true });
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    pages = await payPages();
    gateway = await elsewhere('gateway.localhost');
    pages.opened = { kind: 'page', url: gateway.url };
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await gateway[Symbol.asyncDispose]();
    await pages.close();
  });

  const visit = (options: BrowserContextOptions = {}): Promise<Visit> => newVisit(browser, options);

  const picture = (page: Page, name: string): Promise<Buffer> =>
    page.screenshot({ path: join(screenshots, `pay-${name}.png`) });

  describe('paying', () => {
    it('goes on to the gateway by itself, and “back” does not lead through it again', async () => {
      const { page, complaints } = await visit();
      await page.goto(`${pages.origin}/pay/page.css`);
      await page.goto(pages.link('pay'));
      await page.waitForURL(gateway.url);
      await page.goBack();
      assert.equal(page.url(), `${pages.origin}/pay/page.css`);
      assert.equal(pages.asked.length, 1);
      assert.deepEqual(complaints, []);
    });

    it('without scripts a button does it, and the policy lets the redirect through', async () => {
      const { page } = await visit({ javaScriptEnabled: false });
      await page.goto(pages.link('pay'));
      assert.deepEqual(pages.asked, []);
      await page.getByRole('button', { name: 'Open payment page' }).click();
      await page.waitForURL(gateway.url);
      assert.equal(pages.asked.length, 1);
    });

    it('no form leads anywhere but to the gateway', async () => {
      await using other = await elsewhere('elsewhere.localhost');
      pages.opened = { kind: 'page', url: other.url };
      const { page } = await visit({ javaScriptEnabled: false });
      await page.goto(pages.link('pay'));
      const blocked = page.waitForEvent('console', (message) => /form-action/.test(message.text()));
      await page.getByRole('button').click();
      await blocked;
      assert.notEqual(page.url(), other.url);
    });

    for (const language of languages) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`in ${language}, ${colorScheme}: says what happens, and that it can be tried again`, async () => {
          pages.language = language;
          pages.opened = { kind: 'trouble' };
          const { page, complaints } = await visit({ colorScheme });
          await page.goto(pages.link('pay'));
          await page.getByText(pageWords.trouble[language]).waitFor();
          for (const key of ['payTitle', 'leaving', 'cardAddress'] as const)
            assert.ok(await page.getByText(pageWords[key][language]).isVisible(), key);
          const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          assert.equal(dark, colorScheme === 'dark' ? 'rgb(20, 20, 20)' : 'rgb(245, 245, 245)');
          await picture(page, `${language}-${colorScheme}`);
          pages.opened = { kind: 'page', url: gateway.url };
          await page.getByRole('button', { name: pageWords.openPage[language] }).click();
          await page.waitForURL(gateway.url);
          assert.deepEqual(complaints, []);
        });
      }
    }

    it('a refusal is said, and offers nothing to press', async () => {
      pages.opened = { kind: 'refused', words: 'Order 1000000005 is paid <b>already</b>.' };
      const { page } = await visit();
      await page.goto(pages.link('pay'));
      await page.getByText('Order 1000000005 is paid <b>already</b>.').waitFor();
      assert.equal(await page.getByRole('button').count(), 0);
      await picture(page, 'refused');
    });

    it('a link that expires while the page is open says so', async () => {
      pages.opened = { kind: 'trouble' };
      const { page } = await visit();
      await page.goto(pages.link('pay'));
      await page.getByText(pageWords.trouble.en).waitFor();
      pages.passMinutes(61);
      await page.getByRole('button').click();
      await page.getByText(pageWords.expired.en).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: pageWords.expiredTitle.en }).waitFor();
      await picture(page, 'expired');
    });

    it('fits a phone', async () => {
      pages.opened = { kind: 'trouble' };
      pages.language = 'nl';
      pages.organisation = 'Bouwbedrijf'.repeat(9);
      const { page } = await visit({ viewport: { width: 320, height: 640 } });
      await page.goto(pages.link('pay'));
      await page.getByText(pageWords.trouble.nl).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await picture(page, 'phone');
    });
  });

  describe('in Teams', () => {
    it('nothing happens unasked; the button opens the page outside', async () => {
      const { page } = await visit();
      const frame = await inHost(page, pages.link('pay'), { theme: 'dark' });
      await frame.locator('html[data-theme="dark"]').waitFor();
      assert.deepEqual(pages.asked, []);
      await picture(page, 'in-teams-dark');
      await frame.getByRole('button').click();
      await page.waitForFunction(() => (window as unknown as { opened: string[] }).opened.length > 0);
      assert.deepEqual(await page.evaluate(() => (window as unknown as { opened: string[] }).opened), [
        pages.link('pay'),
      ]);
      assert.deepEqual(pages.asked, []);
      assert.equal(frame.url(), pages.link('pay'));
    });

    it('follows the theme, also when it changes', async () => {
      const { page } = await visit({ colorScheme: 'dark' });
      const frame = await inHost(page, pages.link('pay'), { theme: 'default' });
      await frame.locator('html[data-theme="light"]').waitFor();
      await picture(page, 'in-teams-light');
      await page.evaluate(() =>
        (window as unknown as { setTheme(theme: string): void }).setTheme('contrast'),
      );
      await frame.locator('html[data-theme="contrast"]').waitFor();
      await picture(page, 'in-teams-contrast');
    });

    it('keeps the reader’s language, and takes the host’s where it could only guess', async () => {
      const { page } = await visit({ locale: 'en-GB' });
      pages.language = 'nl';
      const known = await inHost(page, pages.link('pay'), { locale: 'sv-se' });
      await known.locator('html[data-theme]').waitFor();
      assert.equal(await known.locator('html').getAttribute('lang'), 'nl');
      const { page: second } = await visit({ locale: 'en-GB' });
      await inHost(second, `${pages.origin}/pay/x`, { locale: 'sv-se' });
      await second.frameLocator('#frame').getByText(pageWords.notFoundTitle.sv).waitFor();
    });

    it('in a frame that is no host, the button opens a window of its own', async () => {
      const { page } = await visit();
      const frame = await inHost(page, pages.link('pay'), { silent: 'yes' });
      const opened = page.waitForEvent('popup');
      await frame.getByRole('button').click();
      await (await opened).waitForURL(gateway.url);
    });

    it('no other site can frame a page', async () => {
      const { page } = await visit();
      await page.route('https://evil.example/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<iframe src="${pages.link('pay')}"></iframe>` }),
      );
      const blocked = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
      await page.goto('https://evil.example/');
      await blocked;
    });
  });

  describe('coming back', () => {
    for (const [standing, language] of [
      ['paid', 'en'],
      ['ended', 'nl'],
      ['ended', 'sv'],
      ['gone', 'en'],
    ] as const) {
      it(`says “confirming” until it is known, then “${standing}” by itself, in ${language}`, async () => {
        pages.language = language;
        const { page, complaints } = await visit();
        await page.goto(pages.link('return'));
        await page.getByRole('heading', { name: pageWords.confirmingTitle[language] }).waitFor();
        if (standing === 'paid') await picture(page, 'confirming');
        pages.standing = standing;
        await page.getByRole('heading', { name: pageWords[`${standing}Title`][language] }).waitFor();
        assert.equal(await page.getByRole('heading').count(), 1);
        assert.equal(await page.title(), pageWords[`${standing}Title`][language]);
        assert.ok(await page.getByText(pageWords.backToTeams[language]).isVisible());
        await picture(page, `return-${standing}`);
        assert.deepEqual(complaints, []);
      });
    }

    it('asks less and less often, for ten minutes; then says that the chat will tell', async () => {
      const { page } = await visit();
      await page.clock.install();
      const asked: number[] = [];
      let passed = 0;
      page.on('request', (request) => {
        if (request.url().includes('/pay/status/')) asked.push(passed);
      });
      await page.goto(pages.link('return'));
      const heading = page.getByRole('heading');
      for (; passed <= 640 && (await heading.textContent()) !== pageWords.slowTitle.en; passed += 5) {
        await page.clock.runFor(5_000);
      }
      assert.equal(await heading.textContent(), pageWords.slowTitle.en);
      assert.ok(passed >= 600, `${passed}`);
      assert.ok(asked.length > 20 && asked.length < 60, `${asked.length}`);
    });

    it('an answer that does not come says nothing about the payment', async () => {
      const { page } = await visit();
      let failures = 0;
      await page.route('**/pay/status/**', (route) => {
        failures += 1;
        if (failures === 1) return route.abort();
        if (failures === 2) return route.fulfill({ status: 500, body: '{}' });
        return route.continue();
      });
      pages.standing = 'confirming';
      await page.goto(pages.link('return'));
      pages.standing = 'paid';
      await page.getByRole('heading', { name: pageWords.paidTitle.en }).waitFor();
      assert.equal(failures, 3);
    });

    it('without scripts the page asks by loading anew', async () => {
      const { page } = await visit({ javaScriptEnabled: false });
      await page.goto(pages.link('return'));
      pages.standing = 'paid';
      await page.getByRole('heading', { name: pageWords.paidTitle.en }).waitFor();
    });

    it('whoever turned back is told that nothing was charged', async () => {
      pages.language = 'sv';
      const { page } = await visit({ colorScheme: 'dark' });
      await page.goto(pages.link('cancelled'));
      await page.getByText(pageWords.cancelled.sv).waitFor();
      await picture(page, 'cancelled');
    });
  });
});
