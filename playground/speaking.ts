import { z } from 'zod';
import { isLoopbackUrl } from '../bot/connector/service-url.ts';
import type { Clock } from '../membership/ports.ts';
import type { Language } from '../membership/rules/catalogue.ts';
import { samePerson } from '../membership/rules/ids.ts';
import { installation, type Moment, type Speaker } from './activities.ts';
import type { Chats, WireActivity } from './chats.ts';
import type { DemoPerson } from './demo/people.ts';
import type { LocalBot } from './local-bot.ts';
import type { LocalPerson } from './people.ts';

/** The chat of the person who sits at the Agents Playground that we have started. */
export interface PlaygroundChat {
  readonly person: DemoPerson;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly page: string;
}

export const localBotAccount = { id: '00000000-0000-0000-0000-00000000000011', name: 'Membership fees' };

export interface SpeakingOptions {
  readonly bot: Pick<LocalBot, 'chats'>;
  readonly clock: Clock;
  readonly chats: Chats;
  /** Our connector's. */
  readonly serviceUrl: string;
  /** Where the bot takes activities, once it listens. */
  readonly messagesUrl: () => string;
  /** Undefined until it has started, and where it is not used. */
  readonly playground: () => PlaygroundChat | undefined;
}

/** A turn's HTTP answer; the bot's messages come to the chat. */
export interface Delivered {
  readonly status: number;
}

export interface Speaking {
  /** The conversation at our connector, where the person's chat is shown. */
  conversationOf(person: LocalPerson): string;
  /** Has a person do something in their chat, wherever that is; resolves when the turn is over. */
  act(
    person: LocalPerson,
    language: Language,
    make: (speaker: Speaker, moment: Moment) => WireActivity,
  ): Promise<Delivered>;
}

const reference = z.object({
  serviceUrl: z.string().refine(isLoopbackUrl),
  conversation: z.looseObject({ id: z.string().min(1), conversationType: z.string().optional() }),
  user: z.looseObject({ id: z.string().min(1) }),
  bot: z.looseObject({ id: z.string().min(1), name: z.string().optional() }),
});

/** Whether anything is there: a Playground of yesterday leaves its address behind. */
const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(new URL('/', url), { method: 'HEAD', signal: AbortSignal.timeout(500) });
    return true;
  } catch {
    return false;
  }
};

/** Where somebody has a chat with the bot in another Teams than ours. */
const chatElsewhere = async (
  options: SpeakingOptions,
  person: LocalPerson,
): Promise<Pick<Speaker, 'serviceUrl' | 'conversation' | 'userId' | 'bot'> | undefined> => {
  const read = reference.safeParse((await options.bot.chats.read(person))?.reference);
  if (!read.success) return undefined;
  const { serviceUrl, conversation, user, bot } = read.data;
  if (new URL(serviceUrl).origin === new URL(options.serviceUrl).origin) return undefined;
  if (!(await answers(serviceUrl))) return undefined;
  const account = { id: bot.id, name: bot.name ?? localBotAccount.name };
  return { serviceUrl, conversation: conversation.id, userId: user.id, bot: account };
};

/** One conversation for each person, the same at every start. */
const ownConversation = (person: LocalPerson): string => `a:${person.tenantId}:${person.aadObjectId}`;

const speakerOf = async (options: SpeakingOptions, person: LocalPerson): Promise<Speaker> => {
  const playground = options.playground();
  const { serviceUrl } = options;
  const own = {
    ...person,
    serviceUrl,
    conversation: ownConversation(person),
    bot: localBotAccount,
  };
  if (playground && samePerson(playground.person, person)) {
    return { ...own, serviceUrl: playground.serviceUrl, conversation: playground.conversation };
  }
  return { ...own, ...(await chatElsewhere(options, person)) };
};

const post = async (url: string, activity: WireActivity): Promise<Delivered> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  await response.arrayBuffer();
  return { status: response.status };
};

/** Speaks to the bot as Teams does: one activity a request. */
export const speaking = (options: SpeakingOptions): Speaking => {
  const install = async (speaker: Speaker, moment: Moment): Promise<void> => {
    const record = await options.bot.chats.read(speaker);
    if (record?.installed) return;
    await post(options.messagesUrl(), installation(speaker, moment, 'add'));
  };
  return {
    conversationOf: ownConversation,
    act: async (person, language, make) => {
      const speaker = await speakerOf(options, person);
      const moment = { now: options.clock.now(), language };
      const activity = make(speaker, moment);
      // Nobody can speak to a bot that they have not installed.
      if (activity['type'] === 'message') await install(speaker, moment);
      if (speaker.serviceUrl === options.serviceUrl && activity['type'] === 'message') {
        options.chats.said(speaker.conversation, activity);
      }
      return post(options.messagesUrl(), activity);
    },
  };
};
