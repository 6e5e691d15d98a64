import type { StateShown } from '../routes/page.ts';
import { askState } from './ask.ts';
import { byId, create } from './dom.ts';
import { refreshChat, showChatOf, wireTalk } from './talk.ts';
import { showOrders, wireBank, wireClock, wireFile } from './world.ts';

type Answer = Readonly<Record<string, unknown>>;
/** Does something and shows what came of it, or the sentence that says why not. */
export type Doing = (done: string | ((answer: Answer) => string), work: () => Promise<Answer>) => void;

const notice = byId('notice', HTMLElement);
const show = (text: string, kind: '' | 'good' | 'bad'): void => {
  notice.textContent = text;
  notice.className = kind;
};

const refresh = async (): Promise<StateShown> => {
  const state = await askState();
  byId('clock', HTMLElement).textContent = `${state.now.slice(0, 16).replace('T', ' ')} UTC`;
  showOrders(state);
  return state;
};

const doing: Doing = (done, work) => {
  document.body.setAttribute('aria-busy', 'true');
  show('Working …', '');
  work()
    .then(async (answer) => {
      show(typeof done === 'string' ? done : done(answer), 'good');
      await Promise.all([refresh(), refreshChat(doing)]);
    })
    .catch((error: unknown) => show(error instanceof Error ? error.message : 'That failed.', 'bad'))
    .finally(() => document.body.removeAttribute('aria-busy'));
};

const choose = (key: string, state: StateShown): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('nav button')) {
    button.setAttribute('aria-pressed', String(button.dataset['person'] === key));
  }
  const person = state.people.find((candidate) => candidate.key === key);
  byId('talk-title', HTMLElement).textContent = person ? `${person.name}, ${person.about}` : 'Chat';
  history.replaceState(null, '', `#${key}`);
  showChatOf(key, state);
  void refreshChat(doing);
};

const listPeople = (state: StateShown): void => {
  const list = byId('people', HTMLElement);
  let organisation = '';
  for (const person of state.people) {
    if (person.organisation !== organisation) list.append(create('h3', person.organisation));
    organisation = person.organisation;
    const button = create('button', person.name);
    button.type = 'button';
    button.dataset['person'] = person.key;
    button.append(create('small', person.about));
    button.addEventListener('click', () => choose(person.key, state));
    list.append(button);
  }
};

/** Often enough to feel at once, and nothing next to what the bot can take. */
const chatMs = 1_000;
/** Reads every partner. */
const stateMs = 5_000;

const every = (ms: number, work: () => Promise<unknown>): void => {
  setInterval(() => {
    work().catch(() => show('The bot does not answer.', 'bad'));
  }, ms);
};

const start = async (): Promise<void> => {
  wireTalk(doing);
  wireBank(doing);
  wireClock(doing);
  wireFile(doing);
  const state = await refresh();
  listPeople(state);
  const wanted = location.hash.slice(1);
  const first = state.people.find(({ key }) => key === wanted) ?? state.people[0];
  if (first) choose(first.key, state);
  every(chatMs, () => refreshChat(doing));
  every(stateMs, refresh);
};

void start();
