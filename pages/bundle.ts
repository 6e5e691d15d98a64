import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What all pages share, ready to be served. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
  /** Another one after each change of either. */
  readonly version: string;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Bundles the pages' script for browsers, in about 0.1 s. Not asynchronous: the bundler's service would be shared
 * with whoever bundles at the same time, and stopping it would break off their work.
 */
export const pageBundle = (): PageBundle => {
  const { outputFiles } = buildSync({
    entryPoints: [here('browser/page.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('the pages have no script');
  const style = readFileSync(here('page.css'), 'utf8');
  const version = createHash('sha256').update(bundle.text).update(style).digest('hex').slice(0, 12);
  return { script: bundle.text, style, version };
};
