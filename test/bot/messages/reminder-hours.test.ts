import assert from 'node:assert/strict';
import { instant } from '../../../membership/rules/calendar.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import { currentPerson } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { buy, chatOf } from '../turns/demo.ts';

const runAt = async (bot: TestBot, moment: string): Promise<void> => {
  bot.clock.set(moment);
  await bot.app.runDue(instant(new Date(moment)), (at) => bot.clock.set(at));
};

const mine = async (bot: TestBot) =>
  (await partnerOf(bot)).outbox.filter(
    ({ about, to }) =>
      to === currentPerson.aadObjectId &&
      about.kind === 'reminder' &&
      about.reminder.subject.kind === 'unpaid',
  );

describe('a reminder', () => {
  it('that waits when the working day is over goes the next morning, and that was no attempt', () =>
    withBot(async (bot) => {
      await buy(bot, chatOf(bot));
      await runAt(bot, '2026-03-25T20:00:00Z');
      const [waiting] = await mine(bot);
      assert.ok(waiting);
      assert.equal(waiting.at, '2026-03-26T08:00:00.000Z');
      const { mpnId } = await partnerOf(bot);
      const late = instant(new Date('2026-03-25T19:00:00Z'));
      await bot.app.store.partners.change(mpnId, (partner) => ({
        kind: 'commit',
        partner: { ...partner, outbox: partner.outbox.map((one) => ({ ...one, at: late })) },
        answer: undefined,
      }));
      await runAt(bot, '2026-03-25T20:30:00Z');
      const [again] = await mine(bot);
      assert.deepEqual(again, waiting);
    }));

  it('is there by the clock of where its reader last was, and of the country until they are heard', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      const due = async () => nextDue(bot.catalogue, await partnerOf(bot));
      bot.clock.set('2026-03-24T12:00:00Z');
      const zones = [undefined, 7, 'Nowhere/Land', 'Asia/Kolkata'];
      const known: unknown[] = [];
      for (const zone of zones) {
        await chat.send({ ...chat.speaker.message('help'), localTimezone: zone });
        const { reminders } = await partnerOf(bot);
        known.push(reminders.find(({ person }) => person === currentPerson.aadObjectId)?.timeZone);
      }
      assert.deepEqual(known, [undefined, undefined, undefined, 'Asia/Kolkata']);
      assert.equal(await due(), '2026-03-25T03:30:00.000Z');
    }));
});
