import assert from 'node:assert/strict';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace';
import { withBot } from '../../talks/table.ts';
import { asksForPage, buys } from '../card/steps.ts';
import { shopping } from '../card/shop.ts';
import { accept, chatOf, review } from '../turns/demo.ts';

const exporter = new InMemorySpanExporter();

/** What a span says, and what lies within it, in the order in which it ended. */
interface Seen {
  readonly name: string;
  readonly says: Readonly<Record<string, unknown>>;
  readonly within: readonly Seen[];
}

const finished = (): readonly ReadableSpan[] => exporter.getFinishedSpans();

const seenIn = (parent: string | undefined): readonly Seen[] =>
  finished()
    .filter((span) => span.parentSpanContext?.spanId === parent)
    .map((span) => ({
      name: span.name,
      says: span.attributes,
      within: seenIn(span.spanContext().spanId),
    }));

/** Such as `turn [dialog [commit send]]`. */
const tree = ({ name, within }: Seen): string =>
  within.length === 0 ? name : `${name} [${within.map(tree).join(' ')}]`;

const all = (seen: readonly Seen[]): readonly Seen[] => seen.flatMap((one) => [one, ...all(one.within)]);

describe('traces', () => {
  before(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager());
    trace.setGlobalTracerProvider(
      new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
    );
  });
  after(() => {
    trace.disable();
    context.disable();
  });
  beforeEach(() => exporter.reset());

  it('show a purchase: the turn, its dialog, its commits and what was sent', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await bot.app.settled();
      exporter.reset();
      await chat.press('Submit', accept);
      await bot.app.settled();

      const turns = seenIn(undefined).filter(({ name }) => name === 'turn');
      assert.equal(turns.length, 1);
      const [turn] = turns;
      assert.match(tree(turn!), /^turn \[dialog \[commit send commit\]/);
      assert.equal(turn!.says['bot.outcome'], 'answered');
      assert.equal(turn!.says['bot.action'], 'submit');
      const [placed] = all(turns).filter(({ says }) => says['bot.deed'] === 'orderPlaced');
      assert.match(String(placed?.says['bot.order']), /^\d{10}$/);
      assert.equal(placed?.says['bot.mpnId'], '6234461');
    }));

  it('show a call to the gateway', () =>
    shopping(async (shop) => {
      await buys(shop);
      exporter.reset();
      await asksForPage(shop);
      const [call] = all(seenIn(undefined)).filter(({ name }) => name === 'gateway');
      assert.equal(call?.says['bot.call'], 'open');
      assert.equal(call.says['bot.outcome'], 'open');
    }));

  it('say nothing that a log may not say', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await chat.press('Submit', accept);
      await chat.say('my card is 4242 4242 4242 4242');
      await bot.app.settled();
      const said = JSON.stringify(
        finished().map(({ attributes, events, status }) => [attributes, events, status]),
      );
      assert.ok(finished().length > 10);
      assert.doesNotMatch(said, /Fabrikam|Alex|IE29|4242|analytics|EUR|3[.,]?800|http|eyJ/i);
      const names = new Set(finished().flatMap(({ attributes }) => Object.keys(attributes)));
      const known = ['action', 'activityType', 'attempts', 'call', 'conversation', 'deed', 'dialog', 'mpnId'];
      const rest = ['order', 'outcome', 'status'];
      assert.deepEqual(
        [...names].toSorted(),
        [...known, ...rest].map((name) => `bot.${name}`),
      );
    }));
});
