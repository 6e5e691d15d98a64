import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser, openChat, type ChatPage } from './chat-page.ts';
import { startProcess, type LocalProcess } from './local-process.ts';

const picture = (format: 'png' | 'jpeg', background: string): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 800, channels: 3, background } })
    .toFormat(format)
    .toBuffer();

/** From the first word to the uploaded proof, in the real Agents Playground in a real browser. */
describe('playground: the whole walk', function () {
  this.timeout(90_000);
  // Each step goes on from where the one before it has left the talk.
  this.bail(true);
  let local: LocalProcess;
  let browser: Browser;
  let chat: ChatPage;
  let companion: Page;
  let order = '';

  before(async () => {
    local = await startProcess();
    browser = await launchBrowser();
    chat = await openChat(browser, local.playground);
    companion = await browser.newPage({ viewport: { width: 1380, height: 950 } });
    await companion.goto(`${local.page}#alex`);
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await chat.picture('failed');
  });
  after(async () => {
    await browser.close();
    await local.stop();
  });

  const orderNumber = async (): Promise<string> => {
    const text = await (await chat.sees(/^\d{10}\s6234461$/)).innerText();
    return text.slice(0, 10);
  };
  const handOver = async (form: 'desktop' | 'phone', name: string, buffer: Buffer): Promise<void> => {
    await companion.locator('#file-input').setInputFiles({ name, mimeType: 'image/png', buffer });
    await companion.locator(`input[value="${form}"]`).check();
    await companion.getByRole('button', { name: 'Hand over' }).click();
    await companion.getByText('The file was handed over.').waitFor();
  };
  const buyGold = async (): Promise<void> => {
    await chat.type('data analytics');
    await chat.sees('EUR 2,850.00 per year');
    await chat.press('Subscribe');
    await chat.sees('Select your payment preference');
    await chat.press('Next');
    await chat.sees('Review purchase details');
    await chat.page.getByRole('checkbox').last().check();
    await chat.press('Submit');
    await chat.sees(/has been received/);
  };

  it('1 welcomes once, and again not when the page is loaded again', async () => {
    await chat.sees(/^Welcome/);
    await chat.picture('welcome');
    await chat.page.reload();
    await chat.type('help');
    await chat.sees('Next steps');
    assert.equal(await chat.count(/^Welcome/), 0);
    await chat.picture('help');
  });

  it('1 changes the language and back', async () => {
    await chat.type('taal nederlands');
    await chat.type('aanbiedingen');
    await chat.sees(/Kies een competentie/);
    await chat.picture('dutch');
    await chat.type('språk svenska');
    await chat.type('beställningar');
    await chat.type('ordrar');
    await chat.sees('Köpta erbjudanden');
    await chat.picture('swedish');
    await chat.type('language english');
    await chat.sees(/English/);
  });

  it('2 checks a fee without buying', async () => {
    await chat.type('fee');
    await chat.sees(/know the fee/);
    await chat.press('Data & AI');
    await chat.press('Data Platform');
    await chat.sees('Fee: Data Platform');
    await chat.sees('EUR 3,800.00 per year');
    await chat.picture('fee');
  });

  it('3 finds a competency in two presses and sees both tiles, with the discount or the reason', async () => {
    await chat.type('offers');
    await chat.sees('Choose a competency');
    await chat.picture('areas');
    await chat.press('Data & AI');
    await chat.press('Data Analytics');
    await chat.sees(/EUR\s2,850\.00 per year, was EUR\s3,800\.00/);
    await chat.sees(/Active until/);
    await chat.picture('offers');
  });

  it('4 subscribes in four presses and gets the order number', async () => {
    await chat.press('Subscribe');
    await chat.sees('Select your payment preference');
    await chat.picture('details');
    await chat.press('Next');
    await chat.sees('Review purchase details');
    await chat.press('Submit');
    await chat.sees(/Accept the agreement to place/);
    await chat.page.getByRole('checkbox').last().check();
    await chat.picture('review');
    await chat.press('Submit');
    await chat.sees(/has been received/);
    order = await orderNumber();
    assert.match(order, /^[1-9]\d{9}$/);
    await chat.picture('order');
  });

  it('5 sees it among the purchased offers', async () => {
    await chat.type('orders');
    await chat.sees('Purchased offers');
    await chat.sees(order);
    await chat.picture('purchased');
  });

  it('7 cancels it after a confirmation and buys again', async () => {
    await chat.type('cancel');
    await chat.sees(/Keep/);
    await chat.picture('cancel');
    await chat.press('Cancel Order');
    await chat.sees(/order is cancelled/);
    await chat.picture('cancelled');
    await buyGold();
    const second = await orderNumber();
    assert.notEqual(second, order);
    order = second;
  });

  it('6 uploads a proof: the details first, then the file from the desktop', async () => {
    await chat.press('Upload payment proof');
    await chat.sees(/must show/);
    await chat.page.getByRole('combobox').last().click();
    await chat.page.locator('[aria-current="date"]').click();
    await chat.page.getByLabel('Paid to account number').last().fill('IE07 SAMP 9900 0012 3456 78');
    await chat.picture('proof');
    await chat.press('Submit');
    await handOver('desktop', 'confirmation.png', await picture('png', '#dde'));
    await chat.sees(/confirmation\.png/);
    await chat.sees('Proof under review');
    await chat.picture('proof-received');
    await companion.screenshot({ path: 'dist/screenshots/companion-file.png' });
  });

  it('6 a second proof, from a phone, replaces the first', async () => {
    await chat.type('proof');
    await chat.sees(/must show/);
    await handOver('phone', 'photo.jpg', await picture('jpeg', '#edd'));
    await chat.picture('second-proof-file');
    await chat.page.getByRole('combobox').last().click();
    await chat.page.locator('[aria-current="date"]').click();
    await chat.page.getByLabel('Paid to account number').last().fill('IE07 SAMP 9900 0012 3456 78');
    await chat.press('Submit');
    await chat.sees('Proof under review');
    await chat.picture('second-proof');
  });

  it('7 is told why it can not be cancelled any more', async () => {
    await chat.type('cancel');
    await chat.sees(/can’t be cancelled while its payment proof is under review/);
    await chat.picture('not-cancelled');
  });

  it('the bank credits the order on the companion page: it is active', async () => {
    await companion.reload();
    await companion.locator('#order').selectOption(order);
    await companion.getByRole('button', { name: 'Right' }).click();
    await companion.getByRole('button', { name: 'Credit', exact: true }).click();
    await companion.getByText(`Credited, and matched with order ${order}.`).waitFor();
    await chat.sees(/^✔ Paid in full/);
    await chat.picture('active');
    await companion.screenshot({ path: 'dist/screenshots/companion-bank.png' });
  });

  it('another person sees it too, on the companion page', async () => {
    await companion.getByRole('button', { name: /Megan Bowen/ }).click();
    await companion.getByRole('textbox', { name: 'Message' }).fill('orders');
    await companion.getByRole('button', { name: 'Send' }).click();
    await companion.getByRole('log').getByText(order).first().waitFor();
    await companion.screenshot({ path: 'dist/screenshots/companion-megan.png' });
  });

  it('ends within 10 s when it is told to, and leaves no Playground behind', async () => {
    const began = performance.now();
    assert.equal(await local.stop(), 0);
    assert.ok(performance.now() - began < 10_000);
    await assert.rejects(fetch(local.playground));
  });
});
