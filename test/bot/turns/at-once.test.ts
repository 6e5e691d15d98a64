import assert from 'node:assert/strict';
import { Client } from 'undici';
import { withBot } from '../../talks/table.ts';
import { demoPeople, fabrikamTenant } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { wordsOf } from '../../support/chat.ts';
import type { WireActivity } from '../../support/activities.ts';
import { chatOf } from './demo.ts';

/** Posts all of them down one line without waiting for answers, so that they arrive in their order. */
const inOneGo = async (bot: TestBot, activities: readonly WireActivity[]): Promise<readonly number[]> => {
  const line = new Client(bot.url, { pipelining: activities.length });
  const statuses = await Promise.all(
    activities.map(async (activity) => {
      const answer = await line.request({
        path: '/api/messages',
        method: 'POST',
        idempotent: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await answer.body.dump();
      return answer.statusCode;
    }),
  );
  await line.close();
  return statuses;
};

const names = ['devops', 'messaging', 'windows', 'communications', 'data platform'];
const titles = ['DevOps', 'Messaging', 'Windows and Devices', 'Communications', 'Data Platform'];

describe('fifty messages at once', () => {
  it('in one chat: none is lost, and each is answered in its turn', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      const asked = Array.from({ length: 50 }, (_, index) => index % names.length);
      const statuses = await inOneGo(
        bot,
        asked.map((index) => chat.speaker.message(names[index]!)),
      );
      assert.deepEqual(new Set(statuses), new Set([200]));
      const sent = bot.connector.in(chat.speaker.conversation).filter(({ kind }) => kind === 'sent');
      const answered = sent.map(({ activity }) => {
        const words = wordsOf(activity);
        return titles.findIndex((title) => words.includes(title));
      });
      assert.deepEqual(answered, asked);
    }));

  it('over connections of their own, as presses of one language button each: the last word holds', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      const languages = ['en', 'nl', 'sv'];
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          chat.send(chat.speaker.submit({ v: 1, action: 'language', language: languages[index % 3] })),
        ),
      );
      const said = chat.shown().flatMap(({ text }) => text ?? []);
      assert.equal(said.length, 50);
      const last = said.at(-1);
      await bot.restart();
      await chat.say('help');
      const help = { From: 'What you can type', Vanaf: 'Wat u kunt typen', Från: 'Det här kan du skriva' };
      const heading = Object.entries(help).find(([start]) => last?.startsWith(start))?.[1];
      assert(heading && chat.last().includes(heading), `${last} → ${chat.last()}`);
    }));

  it('of all the people of an organisation: each chat has its own talk', () =>
    withBot(async (bot) => {
      const people = demoPeople.filter(({ tenantId }) => tenantId === fabrikamTenant);
      const chats = people.map((person) => chatOf(bot, person));
      await Promise.all(
        chats.map(async (chat, index) => {
          for (let time = 0; time < 8; time += 1) await chat.say(names[(index + time) % names.length]!);
        }),
      );
      for (const [index, chat] of chats.entries()) {
        assert.equal(chat.shown().length, 8);
        assert(chat.last().includes(titles[(index + 7) % titles.length]!), chat.last());
      }
    }));
});
