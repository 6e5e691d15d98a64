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
 * Bundles a script for browsers, in about 0.1 s. Not asynchronous: the bundler's service would be shared with whoever
 * bundles at the same time, and stopping it would break off their work.
 * @param path of the file that it begins with
 */
export const bundledScript = (path: string): string => {
  const { outputFiles } = buildSync({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error(`there is no script in ${path}`);
  return bundle.text;
};

/** The pages' script and style, as they are now. */
export const pageBundle = (): PageBundle => {
  const script = bundledScript(here('browser/page.ts'));
  const style = readFileSync(here('page.css'), 'utf8');
  const version = createHash('sha256').update(script).update(style).digest('hex').slice(0, 12);
  return { script, style, version };
};
