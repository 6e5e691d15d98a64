import { Pool } from 'undici';
import { speaker } from '../test/support/activities.ts';
import type { BenchConnector } from './connector.ts';
import type { Talk } from './talks.ts';

/** Talks that go on at the same time. */
export const conversations = 32;

/** Somebody who has not talked with the bot before. */
export interface Somebody {
  readonly tenantId: string;
  readonly aadObjectId: string;
}

export interface Driver {
  /**
   * Lets each of these people have the talk, so many at a time.
   * @returns the wall time, in milliseconds; rejects where an answer is not what it should be
   */
  run(talk: Talk, people: readonly Somebody[]): Promise<number>;
  close(): Promise<void>;
}

/** Sends activities to one bot as Teams does: the next of a conversation once the one before is answered. */
export const driver = (bot: string, connector: BenchConnector): Driver => {
  const pool = new Pool(bot, { connections: conversations, pipelining: 1 });

  // Somebody may have more than one talk.
  let sent = 0;
  const nextId = (): string => `in-${(sent += 1)}`;

  const send = async (activity: object): Promise<void> => {
    const { statusCode, body } = await pool.request({
      path: '/api/messages',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await body.dump();
    if (statusCode !== 200) throw new Error(`the bot answered ${statusCode}`);
  };

  const talkOnce = async ({ steps, end }: Talk, who: Somebody): Promise<void> => {
    const person = speaker({ serviceUrl: connector.serviceUrl, nextId, ...who });
    const { conversation } = person;
    const shown = () => connector.shown(conversation) ?? { activityId: '', body: Buffer.alloc(0) };
    for (const step of steps) await send(step(person, shown()));
    const { body } = shown();
    if (!body.includes(end)) throw new Error(`instead of ${end}: ${body.toString('utf8').slice(0, 2_000)}`);
    connector.forget(conversation);
  };

  return {
    run: async (talk, people) => {
      const waiting = people.values();
      const began = performance.now();
      await Promise.all(
        Array.from({ length: conversations }, async () => {
          for (const who of waiting) await talkOnce(talk, who);
        }),
      );
      return performance.now() - began;
    },
    close: () => pool.close(),
  };
};
