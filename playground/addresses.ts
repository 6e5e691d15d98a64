import { currentPerson } from './demo/people.ts';
import type { LocalMode } from './local-mode.ts';

/**
 * What the terminal says once local mode runs.
 * @param wished the port of the settings; 0 where any would do
 */
export const addresses = ({ url, port, page, playground }: Omit<LocalMode, 'stop'>, wished: number): string =>
  [
    '',
    ...(wished !== 0 && port !== wished ? [`  Port ${wished} is taken, so it is ${port}.`, ''] : []),
    ...(playground ? [`  Agents Playground   ${playground}   (you are ${currentPerson.name})`] : []),
    `  Companion page      ${page}`,
    `  Bot                 ${url}/api/messages`,
    '',
    '  Ctrl+C ends it. Its data is kept; --fresh starts anew.',
    '',
    '',
  ].join('\n');
