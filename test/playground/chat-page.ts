import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Locator, type Page } from 'playwright-core';

/** A real Chromium that needs nothing installed on the machine. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });

const screenshots = 'dist/screenshots';

/** The Agents Playground as a person uses it. */
export interface ChatPage {
  readonly page: Page;
  type(text: string): Promise<void>;
  /** The newest button of this title. */
  press(title: string): Promise<void>;
  /** Waits until the bot has said this, in its newest place. */
  sees(text: string | RegExp): Promise<Locator>;
  count(text: string | RegExp): Promise<number>;
  picture(name: string): Promise<void>;
}

export const openChat = async (browser: Browser, address: string): Promise<ChatPage> => {
  await mkdir(screenshots, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  const box = page.locator('[contenteditable="true"][role="textbox"]');
  await box.waitFor();
  const newest = (text: string | RegExp): Locator => page.getByText(text).last();
  let taken = 0;
  return {
    page,
    type: async (text) => {
      await box.click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    press: (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    sees: async (text) => {
      const found = newest(text);
      await found.waitFor();
      return found;
    },
    count: (text) => page.getByText(text).count(),
    picture: async (name) => {
      taken += 1;
      const path = join(screenshots, `${String(taken).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path });
    },
  };
};
