import assert from 'node:assert/strict';
import { deliver, speaker, type Speaker } from './activities.ts';
import type { TestBot } from './bot.ts';
import type { SentActivity } from './connector.ts';

interface Button {
  readonly title: string;
  readonly data: Record<string, unknown>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Everything in a card, outside in and top down. */
const nodes = (value: unknown): readonly Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(nodes);
  return isObject(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
};

/** What a card or a message says, as a person reads it, a line each. */
export const wordsOf = (activity: SentActivity): readonly string[] => {
  const inCards = (activity.attachments ?? [])
    .flatMap(({ content }) => nodes(content))
    .flatMap((node) => [
      ...(node['type'] === 'TextBlock' ? [node['text']] : []),
      ...(node['type'] === 'TextRun' ? [node['text']] : []),
      ...('title' in node && 'value' in node ? [`${String(node['title'])}: ${String(node['value'])}`] : []),
      ...('label' in node ? [node['label']] : []),
    ]);
  return [...(activity.text ? [activity.text] : []), ...inCards.map(String)];
};

const isSubmit = (node: Record<string, unknown>): boolean => node['type'] === 'Action.Submit';

export const buttonsOf = (activity: SentActivity): readonly Button[] =>
  (activity.attachments ?? [])
    .flatMap(({ content }) => nodes(content))
    .filter(isSubmit)
    .map(({ title, data, tooltip }) => ({
      title: String(title ?? tooltip),
      data: isObject(data) ? data : {},
    }));

/** The values that a card's inputs begin with, as they are sent when nobody touches them. */
const inputsOf = (activity: SentActivity): Record<string, string> =>
  Object.fromEntries(
    (activity.attachments ?? [])
      .flatMap(({ content }) => nodes(content))
      .filter((node) => typeof node['type'] === 'string' && node['type'].startsWith('Input.'))
      .map((node) => [String(node['id']), typeof node['value'] === 'string' ? node['value'] : '']),
  );

/** A person in a chat with the whole bot. */
export interface Chat {
  readonly speaker: Speaker;
  say(text: string): Promise<void>;
  /** Presses the newest button of that title, with what is typed into the inputs of its card. */
  press(title: string, inputs?: Record<string, string>): Promise<void>;
  send(activity: object): Promise<number>;
  /** What the chat shows, oldest first; updates are in their place. */
  shown(): readonly SentActivity[];
  /** The newest message or card, as words. */
  last(): string;
  /** All buttons of the newest card. */
  buttons(): readonly string[];
  /** The data of the newest button of that title, and the activity that carries it. */
  button(title: string): { readonly data: Record<string, unknown>; readonly card: string };
}

export const chatWith = (
  bot: TestBot,
  who: {
    readonly tenantId: string;
    readonly aadObjectId: string;
    readonly name?: string;
    readonly locale?: string;
  },
): Chat => {
  const person = speaker({ serviceUrl: bot.connector.serviceUrl, ...who });
  const { conversation } = person;
  const shown = () => bot.connector.shown(conversation);

  const send = async (activity: object): Promise<number> => {
    const { status } = await deliver(bot.url, activity);
    await bot.app.settled();
    return status;
  };

  const idOf = (activity: SentActivity): string => {
    const found = bot.connector.in(conversation).findLast((recorded) => recorded.activity === activity);
    assert(found, 'the card has an activity id');
    return found.activityId;
  };

  const carrier = (title: string): { activity: SentActivity; button: Button } => {
    for (const activity of shown().toReversed()) {
      const button = buttonsOf(activity).find((candidate) => candidate.title === title);
      if (button) return { activity, button };
    }
    assert.fail(
      `no button "${title}"; there are: ${shown()
        .flatMap(buttonsOf)
        .map((b) => b.title)
        .join(' | ')}`,
    );
  };

  return {
    speaker: person,
    send,
    shown,
    say: async (text) => {
      assert.equal(await send(person.message(text)), 200);
    },
    press: async (title, inputs = {}) => {
      const { activity, button } = carrier(title);
      const data = { ...inputsOf(activity), ...inputs, ...button.data };
      assert.equal(await send(person.submit(data, idOf(activity))), 200);
    },
    last: () => {
      const activity = shown().at(-1);
      return activity ? wordsOf(activity).join('\n') : '';
    },
    buttons: () => {
      const activity = shown().at(-1);
      return activity ? buttonsOf(activity).map((button) => button.title) : [];
    },
    button: (title) => {
      const { activity, button } = carrier(title);
      return { data: button.data, card: idOf(activity) };
    },
  };
};
