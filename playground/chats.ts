import type { Clock } from '../membership/ports.ts';
import type { Instant } from '../membership/rules/calendar.ts';

/** An activity as it came over the wire; what is in it is the sender's affair. */
export type WireActivity = Readonly<Record<string, unknown>>;

export interface ChatItem {
  readonly id: string;
  readonly from: 'person' | 'bot';
  readonly at: Instant;
  /** Grows with every change of the chat, so that a reader can ask for what is new. */
  readonly version: number;
  /** Undefined once it was deleted. */
  readonly activity: WireActivity | undefined;
}

export interface Chat {
  readonly version: number;
  /** The bot has said that it is at work. */
  readonly typing: boolean;
  readonly items: readonly ChatItem[];
}

/** The chats of the people whose Teams we are, by conversation id. In memory: a restart empties the screen. */
export interface Chats {
  read(conversation: string): Chat;
  said(conversation: string, activity: WireActivity): void;
  /** @returns the id that the activity has from now on */
  sent(conversation: string, activity: WireActivity): string;
  /** An id that is not known is shown as new: it comes from before a restart. */
  updated(conversation: string, id: string, activity: WireActivity): void;
  deleted(conversation: string, id: string): void;
}

const empty: Chat = { version: 0, typing: false, items: [] };
/** Enough to scroll back in, and a bound. */
const most = 300;

export const keepChats = (clock: Clock): Chats => {
  const chats = new Map<string, Chat>();
  let sent = 0;
  const read = (conversation: string): Chat => chats.get(conversation) ?? empty;

  const put = (conversation: string, item: Omit<ChatItem, 'version' | 'at'>): void => {
    const chat = read(conversation);
    const version = chat.version + 1;
    const before = chat.items.find(({ id }) => id === item.id);
    const next = { ...item, version, at: before?.at ?? clock.now() };
    const items = before ? chat.items.map((old) => (old === before ? next : old)) : [...chat.items, next];
    chats.set(conversation, { version, typing: false, items: items.slice(-most) });
  };

  return {
    read,
    said: (conversation, activity) =>
      put(conversation, { id: String(activity['id']), from: 'person', activity }),
    sent: (conversation, activity) => {
      sent += 1;
      const id = `1:${Date.parse(clock.now())}:${sent}`;
      if (activity['type'] === 'typing') {
        const chat = read(conversation);
        chats.set(conversation, { ...chat, version: chat.version + 1, typing: true });
      } else if (activity['type'] === 'message') {
        put(conversation, { id, from: 'bot', activity });
      }
      return id;
    },
    updated: (conversation, id, activity) => put(conversation, { id, from: 'bot', activity }),
    deleted: (conversation, id) => put(conversation, { id, from: 'bot', activity: undefined }),
  };
};
