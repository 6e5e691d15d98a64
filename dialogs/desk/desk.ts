import { holdsCardNumber } from '../../cards/card-number.ts';
import { understandDesk, understandSearch, type DeskWord } from '../../cards/desk/understand.ts';
import type { DeskAction, DeskOf } from '../../cards/desk/actions.ts';
import { exportCard } from '../../cards/desk/export.ts';
import { deskHelpCard } from '../../cards/desk/menu.ts';
import { showTyped } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { understandWord, type Understood } from '../../cards/understand.ts';
import { usedCard } from '../../cards/used.ts';
import { languageCard } from '../../cards/welcome.ts';
import type { CardAction } from '../../cards/actions.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';
import type { Input } from '../turn.ts';
import { openForm, submitForm } from './forms.ts';
import { showDesk, showList, showNamed, showPartner } from './lists.ts';
import { showHistory, showMoneyItem, showOrder, showQueue } from './orders.ts';
import type { DeskTurn } from './turn.ts';

type Handler<Kind extends DeskAction['desk']> = (turn: DeskTurn, pressed: DeskOf<Kind>) => Promise<unknown>;

const showHelp = (turn: DeskTurn): Promise<void> => turn.show(deskHelpCard(turn.language, turn.localPage));

const sayNothingFound = (turn: DeskTurn, typed: string): Promise<void> =>
  turn.say(say(turn.language, 'nothingFound', { typed: showTyped(typed) }));

const search = async (turn: DeskTurn, typed: string): Promise<void> => {
  const found = await lookUp(turn, understandSearch(typed));
  if (!found) await sayNothingFound(turn, typed);
};

/** @returns false where nothing has this number or name */
const lookUp = async (turn: DeskTurn, word: DeskWord): Promise<boolean> => {
  switch (word.kind) {
    case 'desk':
      await showDesk(turn);
      return true;
    case 'queue':
      await showQueue(turn);
      return true;
    case 'export':
      await turn.show(exportCard(turn.language, turn.urls.export()));
      return true;
    case 'list':
      await showList(turn, word.list);
      return true;
    case 'order':
      await showOrder(turn, word.order);
      return true;
    case 'mpnId': {
      const partner = await turn.desk.partners.ofMpnId(word.mpnId);
      return partner ? showPartner(turn, partner) : showNamed(turn, word.mpnId);
    }
    case 'name':
      return showNamed(turn, word.part);
  }
};

/** What each of the desk's buttons does. */
const handlers: { readonly [Kind in DeskAction['desk']]: Handler<Kind> } = {
  menu: showDesk,
  help: showHelp,
  search: (turn, { query = '' }) => (query.trim() === '' ? showDesk(turn) : listen(turn, query)),
  list: (turn, { list, page }) => showList(turn, list, page),
  partner: async (turn, { partner, page }) => {
    if (!(await showPartner(turn, partner, page))) await sayNothingFound(turn, partner);
  },
  queue: (turn, { after }) => showQueue(turn, after),
  order: (turn, { order }) => showOrder(turn, order),
  history: (turn, { order, page }) => showHistory(turn, order, page),
  money: (turn, { payment }) => showMoneyItem(turn, payment),
  open: openForm,
  do: submitForm,
};

/** The table's rows are typed one by one; that an action meets its own row TypeScript can't follow. */
const handle = (turn: DeskTurn, pressed: DeskAction): Promise<unknown> =>
  handlers[pressed.desk](turn, pressed as never);

const changeLanguage = async (turn: DeskTurn, language: Language | undefined): Promise<void> => {
  if (!language) return turn.show(languageCard(turn.language));
  const changed = turn.speak(language);
  await changed.say(say(language, 'languageChanged'));
  await showDesk(changed);
};

/** The words that everybody has, as far as they mean something here. */
const answerWord = (turn: DeskTurn, word: Understood): Promise<void> => {
  switch (word.intent) {
    case 'menu':
      return showDesk(turn);
    case 'help':
      return showHelp(turn);
    case 'language':
      return changeLanguage(turn, word.language);
    case 'order':
      return showOrder(turn, word.order);
    case 'queue':
      return showQueue(turn);
    case 'orders':
      return showList(turn, 'open');
    case 'stop':
      return turn.say(say(turn.language, 'nothingToStop'));
    default:
      // Buying and paying are a partner's own; with an order's number, that order is shown.
      return 'order' in word && word.order
        ? showOrder(turn, word.order)
        : turn.say(say(turn.language, 'operatorHere'));
  }
};

const listen = async (turn: DeskTurn, text: string): Promise<void> => {
  // Before anything reads or repeats it.
  if (holdsCardNumber(text)) return turn.say(say(turn.language, 'cardNumberSeen'));
  if (text === '') return showDesk(turn);
  const word = understandDesk(text) ? undefined : understandWord(text);
  return word ? answerWord(turn, word) : search(turn, text);
};

const press = async (turn: DeskTurn, action: CardAction): Promise<void> => {
  switch (action.action) {
    case 'desk':
      await handle(turn, action);
      return;
    case 'menu':
      return showDesk(turn);
    case 'help':
      return showHelp(turn);
    case 'language':
      return changeLanguage(turn, action.language);
    default:
      return turn.say(say(turn.language, 'operatorHere'));
  }
};

/** Whether somebody who is a partner's person too means the desk. */
export const isForDesk = (input: Input): boolean =>
  (input.kind === 'press' && input.action.action === 'desk') ||
  (input.kind === 'text' && understandDesk(input.text) !== undefined);

/** The order whose number is all that was typed. */
export const orderTyped = (input: Input): OrderNumber | undefined => {
  const word = input.kind === 'text' ? understandWord(input.text) : undefined;
  return word?.intent === 'order' ? word.order : undefined;
};

/** One turn at the operators' desk: every card carries what it needs, and the store judges each press. */
export const attend = async (turn: DeskTurn): Promise<void> => {
  const { input, language } = turn;
  switch (input.kind) {
    case 'press':
      return press(turn, input.action);
    case 'text':
      return listen(turn, input.text);
    case 'file':
    case 'severalFiles':
      return turn.say(say(language, 'fileNotExpected'));
    case 'strangePress':
      return turn.show(usedCard(language, { title: say(language, 'oldCard') }));
  }
};
