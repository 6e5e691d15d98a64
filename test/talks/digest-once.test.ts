import assert from 'node:assert/strict';
import { operator } from '../../playground/demo/people.ts';
import type { Store } from '../../store/contract.ts';
import type { TestBot } from '../support/bot.ts';
import { withDesk } from './desk.ts';
import { until } from './due.ts';
import { at, installs, nothing, says, talk, type Talker } from './table.ts';

/** What falls due by the bot's clock, done twice at once. */
const runTwice = async ({ bot }: Talker): Promise<void> => {
  const run = () => bot.app.runDue(bot.clock.now(), (moment) => bot.clock.set(moment));
  await Promise.all([run(), run()]);
};

const noted = async ({ app }: TestBot) => (await app.store.chats.read(operator))?.digestOn;

describe('the daily digest comes at most once a day', () => {
  it('does not greet whoever has just come, and goes to nobody without the bot', () =>
    withDesk(async ({ olivia, oscar }) => {
      await talk(olivia, [[installs], [runTwice, nothing]]);
      await talk(oscar, [
        [until('2026-03-03T12:00:00Z'), nothing],
        [installs],
        [until('2026-03-03T23:00:00Z'), nothing],
        [({ chat }) => chat.send(chat.speaker.installed('remove'))],
        [until('2026-03-05T23:00:00Z'), nothing],
      ]);
    }));

  it('comes once a day: run twice at once, after a restart, and when the clock goes back', () =>
    withDesk(async ({ olivia }) => {
      await talk(olivia, [[installs], [at('2026-03-03T09:30:00Z'), nothing]]);
      const before = olivia.mark();
      await runTwice(olivia);
      await runTwice(olivia);
      assert.equal(olivia.mark(), before + 1);
      await olivia.bot.restart();
      await talk(olivia, [
        [runTwice, nothing],
        [at('2026-03-02T10:00:00Z')],
        [runTwice, nothing],
        [until('2026-03-03T23:00:00Z'), nothing],
        [until('2026-03-04T09:00:00Z'), 'Nothing is waiting'],
      ]);
    }));

  it('comes once after three days in which the bot was down', () =>
    withDesk(async ({ olivia }) => {
      await talk(olivia, [[installs], [at('2026-03-06T15:00:00Z')]]);
      const before = olivia.mark();
      await olivia.bot.restart();
      // The start itself sends what is late.
      await olivia.bot.connector.waitFor(({ activity }) => JSON.stringify(activity).includes('Nothing is'));
      await runTwice(olivia);
      assert.equal(olivia.mark(), before + 1);
      assert.equal(await noted(olivia.bot), '2026-03-06');
      await talk(olivia, [[until('2026-03-08T23:00:00Z'), nothing]]);
    }));

  it('is tried again later the same day where it could not be sent; a chat that has ended is let be', () =>
    withDesk(async ({ olivia, bot }) => {
      await talk(olivia, [[installs]]);
      bot.connector.misbehave({ kind: 'status', status: 502 }, { kind: 'status', status: 500 });
      await talk(olivia, [
        [until('2026-03-03T09:29:00Z'), nothing],
        [until('2026-03-03T09:30:00Z'), 'Nothing is waiting'],
        [until('2026-03-03T23:00:00Z'), nothing],
      ]);
      bot.connector.misbehave({ kind: 'status', status: 403, body: { error: { code: 'Blocked' } } });
      await talk(olivia, [
        [until('2026-03-05T23:00:00Z'), nothing],
        [says('hello'), 'Operators’ desk'],
        [until('2026-03-06T23:00:00Z'), 'Nothing is waiting'],
      ]);
      assert.doesNotMatch(bot.logged(), /"level":"error"/);
    }));

  it('that can’t be noted is not sent, so that it never comes twice', () => {
    let full = false;
    const around = (store: Store): Store => ({
      ...store,
      chats: {
        ...store.chats,
        write: (record) => (full ? Promise.reject(new Error('disk full')) : store.chats.write(record)),
      },
    });
    return withDesk(
      async ({ olivia }) => {
        await talk(olivia, [[installs]]);
        full = true;
        await talk(olivia, [[until('2026-03-03T10:00:00Z'), nothing]]);
        full = false;
        await talk(olivia, [[until('2026-03-03T11:00:00Z'), 'Nothing is waiting']]);
        assert.match(olivia.bot.logged(), /disk full/);
      },
      'en',
      { around },
    );
  });

  it('comes at nine where the operator last was', () =>
    withDesk(async ({ olivia }) => {
      const tells =
        (localTimezone: unknown) =>
        ({ chat }: Talker) =>
          chat.send({ ...chat.speaker.message('help'), localTimezone });
      await talk(olivia, [
        [tells('America/New_York')],
        [tells('Nowhere/Land')],
        [until('2026-03-02T13:59:00Z'), nothing],
        [until('2026-03-02T14:00:00Z'), 'Nothing is waiting'],
        // It is the next day in Auckland, whose own digest comes at nine.
        [tells('Pacific/Auckland')],
        [until('2026-03-02T19:59:00Z'), nothing],
        [until('2026-03-02T20:00:00Z'), 'Nothing is waiting'],
        // And in New York the day of which the digest was had in Auckland.
        [tells('America/New_York')],
        [until('2026-03-03T23:00:00Z'), nothing],
        [until('2026-03-04T14:00:00Z'), 'Nothing is waiting'],
      ]);
    }));
});
