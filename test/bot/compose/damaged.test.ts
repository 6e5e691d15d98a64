import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dana } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { withBot } from '../../talks/table.ts';
import { chatOf } from '../turns/demo.ts';

const readiness = async (bot: TestBot): Promise<readonly unknown[]> => {
  const response = await fetch(`${bot.url}/readyz`);
  const { status, store } = (await response.json()) as Record<string, unknown>;
  return [response.status, status, store];
};

describe('an organisation whose data is damaged', () => {
  it('is shown as such; its people get an apology, not that they are nobody’s, and the others are served', () =>
    withBot(async (bot) => {
      assert.deepEqual(await readiness(bot), [200, 'ready', 'ok']);
      const file = join(bot.folder, 'partners', '6234461.json');
      await writeFile(file, (await readFile(file, 'utf8')).slice(0, -40));
      await bot.restart();
      assert.deepEqual(await readiness(bot), [200, 'ready', 'damaged']);
      const theirs = chatOf(bot);
      await theirs.say('hello');
      assert.match(theirs.last(), /something went wrong on our side.*[Rr]eference/);
      const others = chatOf(bot, dana);
      await others.say('help');
      assert.match(others.last(), /What you can type/);
    }));
});
