import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  /** What the page complains of: a policy that is too strict, a fault in a script. */
  readonly complaints: readonly string[];
}

/** A page in a browser that has never been here. */
export const newVisit = async (browser: Browser, options: BrowserContextOptions): Promise<Visit> => {
  // A page from outside may frame one of this machine only where that is allowed.
  const permissions = ['local-network-access'];
  const viewport = { width: 720, height: 720 };
  const context = await browser.newContext({ permissions, viewport, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
};

export interface HostSettings {
  readonly theme?: string;
  readonly locale?: string;
  /** It never answers: a frame, but no host. */
  readonly silent?: 'yes';
}

/** The page in a frame of a host that answers as Teams does, at one of Teams' own addresses. */
export const inHost = async (page: Page, address: string, settings: HostSettings = {}): Promise<Frame> => {
  const body = await readFile('test/pages/host.html', 'utf8');
  await page.route('https://teams.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
  const given = new URLSearchParams({ theme: 'default', locale: 'en-us', ...settings, page: address });
  await page.goto(`https://teams.microsoft.com/host#${given.toString()}`);
  return (
    page.frame({ url: address }) ??
    page.waitForEvent('framenavigated', (navigated) => navigated.url() === address)
  );
};
