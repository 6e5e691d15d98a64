import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, stop, type BuildOptions } from 'esbuild';

/** What all pages share, ready to be served. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
  /** Another one after each change of either. */
  readonly version: string;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const options = {
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

let underWay = 0;

/**
 * Bundles a script for browsers, beside what this process does meanwhile.
 * @param path of the file that it begins with
 */
export const bundledScript = async (path: string): Promise<string> => {
  underWay += 1;
  try {
    const { outputFiles } = await build({ ...options, entryPoints: [path] });
    const [bundle] = outputFiles;
    if (!bundle) throw new Error(`there is no script in ${path}`);
    return bundle.text;
  } finally {
    underWay -= 1;
    // The bundler is a process of its own, which all who bundle share.
    if (underWay === 0) await stop();
  }
};

/** The pages' script and style, as they are now. */
export const pageBundle = async (): Promise<PageBundle> => {
  const [script, style] = await Promise.all([
    bundledScript(here('browser/page.ts')),
    readFile(here('page.css'), 'utf8'),
  ]);
  const version = createHash('sha256').update(script).update(style).digest('hex').slice(0, 12);
  return { script, style, version };
};
