import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

/** The companion page, ready to be served. */
export interface CompanionPage {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Bundles the page's script for browsers; takes a fraction of a second. */
export const bundleCompanion = async (): Promise<CompanionPage> => {
  const [html, style, bundle] = await Promise.all([
    readFile(here('page.html'), 'utf8'),
    readFile(here('page.css'), 'utf8'),
    build({
      entryPoints: [here('page.ts')],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: 'es2022',
      legalComments: 'none',
      logLevel: 'silent',
    }),
  ]);
  // Its service is a process that would stay as long as this one.
  await stop();
  const [script] = bundle.outputFiles;
  if (!script) throw new Error('the companion page has no script');
  return { html, script: script.text, style };
};
