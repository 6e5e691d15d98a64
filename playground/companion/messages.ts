import type { ChatItem } from '../chats.ts';
import { asHtml, renderCard } from './card.ts';
import { create } from './dom.ts';

/** What the page shows of an activity; all else is left alone. */
interface ShownActivity {
  readonly text?: unknown;
  readonly attachments?: readonly {
    readonly contentType?: string;
    readonly content?: unknown;
    readonly name?: string;
  }[];
}

export type Press = (value: object, replyToId: string) => void;

const cardType = 'application/vnd.microsoft.card.adaptive';

const timeOf = (item: ChatItem): HTMLElement => {
  const time = create('time', item.at.slice(0, 16).replace('T', ' '));
  time.dateTime = item.at;
  return time;
};

const own = (item: ChatItem, activity: ShownActivity): HTMLElement | undefined => {
  const [file] = activity.attachments ?? [];
  const text =
    typeof activity.text === 'string' && activity.text !== ''
      ? activity.text
      : file && `📎 ${file.name ?? 'a picture'}`;
  if (text === undefined) return undefined;
  const message = create('div', '', 'message mine');
  message.append(create('div', text), timeOf(item));
  return message;
};

const theirs = (item: ChatItem, activity: ShownActivity, press: Press): HTMLElement => {
  const cards = (activity.attachments ?? []).filter(({ contentType }) => contentType === cardType);
  const message = create('div', '', cards.length > 0 ? 'message card' : 'message');
  if (typeof activity.text === 'string' && activity.text !== '') {
    const text = create('div', '');
    // Rendered with HTML turned off.
    text.innerHTML = asHtml(activity.text);
    message.append(text);
  }
  message.append(
    ...cards.map(({ content }) => renderCard(content, (value) => press(value, item.id))),
    timeOf(item),
  );
  return message;
};

/** @returns undefined where there is nothing to see: a press, or a message that was deleted */
export const renderItem = (item: ChatItem, press: Press): HTMLElement | undefined => {
  if (!item.activity) return undefined;
  // Kept by the server as it came in; each field is looked at before it is used.
  const activity = item.activity as ShownActivity;
  return item.from === 'person' ? own(item, activity) : theirs(item, activity, press);
};
