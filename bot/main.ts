import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * The bot in production. What Node compiles is kept for the next start, beside the packages, where only those who can
 * change the code can change it; a folder that can't be written costs a start its speed and nothing else. The rest is
 * loaded after that, or it would be compiled before.
 */
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./production.ts');
