import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openChat, type ChatPage } from './chat-page.ts';
import { startProcess, type LocalProcess } from './local-process.ts';

const declined = '4000 0000 0000 0002';
const good = '4242 4242 4242 4242';

const payWith = async (page: Page, number: string): Promise<void> => {
  await page.locator('[name=number]').fill(number);
  await page.locator('[name=expiry]').fill('12 / 34');
  await page.locator('[name=cvc]').fill('123');
  await page.locator('[name=name]').fill('A. Wilber');
  await page.locator('[name=country]').selectOption('NL');
  await page.locator('[name=line1]').fill('Keizersgracht 1');
  await page.locator('[name=postalCode]').fill('1015 CJ');
  await page.locator('[name=city]').fill('Amsterdam');
  await page.locator('button.pay').click();
};

/** From the chat of the real Agents Playground to the sandbox's page and back, in a real browser. */
describe('playground: paying by credit card', function () {
  this.timeout(90_000);
  // Each step goes on from where the one before it has left the talk.
  this.bail(true);
  let local: LocalProcess;
  let browser: Browser;
  let chat: ChatPage;
  let hosted: Page;

  before(async () => {
    local = await startProcess();
    browser = await launchBrowser();
    chat = await openChat(browser, local.playground);
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await chat.picture('pay-failed');
  });
  after(async () => {
    await browser.close();
    await local.stop();
  });

  it('chooses the card, and accepts the agreement before any page opens', async () => {
    await chat.type('data analytics');
    await chat.press('Subscribe');
    await chat.sees('Select your payment preference');
    await chat.page.getByRole('radio', { name: 'Credit card' }).last().check();
    await chat.press('Next');
    await chat.sees('Review purchase details');
    await chat.picture('pay-review');
    await chat.page.getByRole('checkbox').last().check();
    await chat.press('Submit');
    await chat.sees(/address and zip code of the card/);
    await chat.sees('Open payment page ↗');
    await chat.picture('pay-order');
  });

  it('opens the hosted page outside the chat', async () => {
    const opened = chat.page.context().waitForEvent('page');
    await chat.page.getByText('Open payment page ↗').last().click();
    hosted = await opened;
    hosted.setDefaultTimeout(15_000);
    await hosted.waitForURL(/\/sandbox\/pay\//);
    await hosted.screenshot({ path: 'dist/screenshots/pay-hosted.png' });
  });

  it('is told in the chat that a card was declined', async () => {
    await payWith(hosted, declined);
    await chat.sees(/declined/);
    await chat.picture('pay-declined');
  });

  it('pays with another card, and the card in the chat turns active by itself', async () => {
    await payWith(hosted, good);
    await chat.sees(/Active until|active until/);
    await chat.sees('Receipt ↗');
    await chat.picture('pay-active');
  });

  it('the page that the browser comes back to says paid', async () => {
    await hosted.waitForURL(/\/pay\/return\//);
    await hosted.getByText('Paid: the membership is active').waitFor();
    await hosted.screenshot({ path: 'dist/screenshots/pay-returned.png' });
  });
});
