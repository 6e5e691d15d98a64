import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../../../cards/say.ts';
import { isOrderNumber } from '../../../membership/rules/order-number.ts';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { bankPdf } from '../../talks/files.ts';
import { deliver, speaker, type SpeakerOptions, type WireActivity } from '../../support/activities.ts';
import { buttonsOf, wordsOf } from '../../support/chat.ts';
import type { Recorded, StandInConnector } from '../../support/connector.ts';

/** What the people of a test met, over all of them. */
export interface Met {
  turns: number;
  /** Deliveries that got no 200, and were sent again. */
  sentAgain: number;
  /** Deeds of a person beyond those of a talk in which nothing fails. */
  triedAgain: number;
}

export interface World {
  readonly connector: StandInConnector;
  /** Where a balancer sends the next activity; undefined where nobody is ready. */
  readonly next: () => string | undefined;
  readonly account: string;
  /** The pause before each deed of a person, in milliseconds. */
  readonly thinking: () => number;
  readonly met: Met;
}

/** From when to when something was out of order, as the connector's clock has it. */
export interface Spell {
  readonly from: number;
  readonly to: number;
}

/** A person who buys, and tries again what was not answered. */
export interface Buyer {
  readonly conversation: string;
  /** When an activity of theirs was on its way that had to be sent again. */
  readonly interrupted: readonly Spell[];
  /** From the offer to the order's card; @returns its number. */
  buy(): Promise<OrderNumber>;
  cancel(order: OrderNumber): Promise<void>;
  prove(order: OrderNumber): Promise<void>;
  /** Asks for the orders and is shown this one. */
  finds(order: OrderNumber): Promise<void>;
}

/** On a machine that has other work too; Teams would have given up long before. */
const patienceMs = 300_000;
/** A person gives up on a button after this. */
const mostPresses = 3;
/** And on the talk. */
const mostDeeds = 60;
const deedsOfPurchase = 4;
const typed = { contactEmail: 'ada@fabrikam.example', contactName: 'Ada', contactPhone: '+31 20 123 4567' };

interface Button {
  readonly card: string;
  readonly data: Record<string, unknown>;
}

export const textOf = ({ activity }: Recorded): string => wordsOf(activity).join('\n');

/** The number of the order that a text is about. */
export const numberIn = (text: string): OrderNumber | undefined =>
  Array.from(text.matchAll(/\b[1-9]\d{9}\b/g), ([found]) => found).find(isOrderNumber);

export const buyer = (world: World, who: Omit<SpeakerOptions, 'serviceUrl'>): Buyer => {
  const { connector, met } = world;
  const person = speaker({ serviceUrl: connector.serviceUrl, ...who });
  const { conversation } = person;
  const said = (): readonly Recorded[] =>
    connector.in(conversation).filter(({ activity }) => activity.type === 'message');

  /** As Teams does: again, with the same id, until it is answered. */
  const send = async (activity: WireActivity): Promise<void> => {
    met.turns += 1;
    const from = performance.now();
    for (let sent = 0; ; sent += 1) {
      const url = world.next();
      const status =
        url &&
        (await deliver(url, activity).then(
          ({ status: code }) => code,
          () => undefined,
        ));
      if (status === 200) {
        if (sent > 0) interrupted.push({ from, to: performance.now() });
        return;
      }
      assert.ok(!status || status >= 500, `answered ${status}`);
      assert.ok(performance.now() < from + patienceMs, 'an activity is not answered for too long');
      met.sentAgain += 1;
      await sleep(50 + Math.random() * 200);
    }
  };

  const interrupted: Spell[] = [];
  const presses = new Map<string, number>();

  /** The newest button with that action in what the chat shows now. */
  const newest = (action: string, order?: OrderNumber): Button | undefined => {
    const shown = new Map(said().map((recorded) => [recorded.activityId, recorded]));
    for (const { activity, activityId: card } of [...shown.values()].toReversed())
      for (const { data } of buttonsOf(activity)) {
        const isIt = data['action'] === action && (!order || data['order'] === order);
        if (isIt && (presses.get(JSON.stringify([card, data])) ?? 0) < mostPresses) return { card, data };
      }
    return undefined;
  };

  const press = async ({ card, data }: Button, inputs: Record<string, string> = {}): Promise<void> => {
    const key = JSON.stringify([card, data]);
    presses.set(key, (presses.get(key) ?? 0) + 1);
    await send(person.submit({ ...inputs, ...data }, card));
  };

  /** Does what the person can do next, until they see what they want; what is beyond `fewest` they did again. */
  const until = async <Seen>(
    see: () => Seen | undefined,
    deed: () => Promise<void>,
    fewest: number,
  ): Promise<Seen> => {
    for (let deeds = 0; deeds < mostDeeds; deeds += 1) {
      const seen = see();
      if (seen !== undefined) {
        met.triedAgain += Math.max(0, deeds - fewest);
        return seen;
      }
      await sleep(world.thinking());
      await deed();
    }
    assert.fail(`the talk does not go on:\n${said().slice(-8).map(textOf).join('\n--\n')}`);
  };

  const told = (words: string, order?: OrderNumber): readonly OrderNumber[] =>
    said()
      .map(textOf)
      .filter((text) => text.includes(words) && (!order || text.includes(order)))
      .map(numberIn)
      .filter((number) => number !== undefined);
  const bought = new Set<OrderNumber>();

  return {
    conversation,
    interrupted,
    buy: async () => {
      const placed = (): OrderNumber | undefined =>
        told(say('en', 'news.placed')).findLast((number) => !bought.has(number));
      const deed = async (): Promise<void> => {
        const submit = newest('submit');
        if (submit) return press(submit, { agreement: 'true' });
        const next = newest('next');
        if (next) return press(next, { ...typed, taxId: 'NL123456782B90', method: 'transfer' });
        const subscribe = newest('subscribe');
        return subscribe ? press(subscribe) : send(person.message('data analytics'));
      };
      const number = await until(placed, deed, deedsOfPurchase);
      bought.add(number);
      return number;
    },
    cancel: async (order) => {
      const cancelled = () => told(say('en', 'news.cancelled'), order).at(-1);
      await until(
        cancelled,
        async () => {
          const confirm = newest('confirmCancel', order);
          if (confirm) return press(confirm);
          const cancel = newest('cancel', order);
          return cancel ? press(cancel) : send(person.message(`cancel ${order}`));
        },
        2,
      );
    },
    prove: async (order) => {
      const received = () => told(say('en', 'news.proofReceived'), order).at(-1);
      const bytes = Buffer.concat([bankPdf.bytes, Buffer.from(`\n% ${order}\n`)]);
      const file = connector.offer({ bytes, contentType: 'application/pdf' });
      let asked = false;
      await until(
        received,
        async () => {
          asked = !asked;
          if (asked) return send(person.message(`proof ${order}`));
          return send(person.file(file, bankPdf.name, `2026-03-02, ${world.account}`));
        },
        2,
      );
    },
    finds: async (order) => {
      const from = said().length;
      const shown = () =>
        said()
          .slice(from)
          .map(textOf)
          .find((text) => text.includes(order));
      await until(shown, () => send(person.message('orders')), 1);
    },
  };
};
