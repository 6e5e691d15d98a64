import type { StateShown } from '../routes/page.ts';
import { askChat, wish } from './ask.ts';
import { byId, create } from './dom.ts';
import { renderItem } from './messages.ts';
import type { Doing } from './page.ts';

const log = byId('chat', HTMLElement);
const shown = new Map<string, HTMLElement>();
let person = '';
let version = 0;

export const chosenPerson = (): string => person;
export const chosenLanguage = (): string => byId('language', HTMLSelectElement).value;

const here = (): { person: string; language: string } => ({ person, language: chosenLanguage() });

const elsewhere = (page: string): HTMLElement => {
  const note = create('p', 'This chat is in the Agents Playground: answers appear there. ', 'elsewhere');
  const link = create('a', 'Open it ↗');
  link.href = page;
  link.target = '_blank';
  link.rel = 'noopener';
  note.append(link);
  return note;
};

/** Shows another person's chat, from its beginning. */
export const showChatOf = (key: string, state: StateShown): void => {
  person = key;
  version = 0;
  shown.clear();
  log.replaceChildren();
  if (state.playground?.person === key) log.append(elsewhere(state.playground.page));
};

const setTyping = (typing: boolean): void => {
  log.querySelector('.typing')?.remove();
  if (typing) log.append(create('p', 'is typing …', 'typing'));
};

/** Fetches what is new, and puts each message where it belongs; a card that is not new keeps what was entered. */
export const refreshChat = async (doing: Doing): Promise<void> => {
  const asked = person;
  const chat = await askChat(asked, version);
  if (asked !== person || chat.version === version) return;
  version = chat.version;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  for (const item of chat.items) {
    const press = (value: object, replyToId: string): void =>
      doing('', () => wish('say', { ...here(), value, replyToId }));
    const element = renderItem(item, press);
    const before = shown.get(item.id);
    if (before && element) before.replaceWith(element);
    else if (before) before.remove();
    else if (element) log.append(element);
    if (element) shown.set(item.id, element);
  }
  setTyping(chat.typing);
  if (atEnd) log.scrollTop = log.scrollHeight;
};

export const wireTalk = (doing: Doing): void => {
  const input = byId('text', HTMLInputElement);
  byId('say', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    doing('', () => wish('say', { ...here(), text }));
  });
};
