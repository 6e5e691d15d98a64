import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundledScript } from '../../pages/bundle.ts';

/** The companion page, ready to be served. */
export interface CompanionPage {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The page as it is now, its script bundled for browsers. */
export const bundleCompanion = async (): Promise<CompanionPage> => {
  const [html, script, style] = await Promise.all([
    readFile(here('page.html'), 'utf8'),
    bundledScript(here('page.ts')),
    readFile(here('page.css'), 'utf8'),
  ]);
  return { html, script, style };
};
