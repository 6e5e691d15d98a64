import type { DialogContext } from 'botbuilder-dialogs';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import { authorityRefusal } from '../membership/deeds/authority.ts';
import { proofRefusal } from '../membership/rules/proof.ts';
import { cancel } from './cancel.ts';
import { changeMethod } from './change-method.ts';
import { chooseCompetency } from './choose-competency.ts';
import type { Intent } from './intent.ts';
import { proof } from './proof.ts';
import type { ProofState } from './proof-form.ts';
import { purchase } from './purchase.ts';
import { refund } from './refund.ts';
import { changeReminders, remindLater, showReminders } from './reminders.ts';
import { renew } from './renew.ts';
import { answer, ask, grant, showRoles } from './roles.ts';
import { refuse } from './roles-refuse.ts';
import { changeLanguage, showHelp, showMenu, showOrder, showOrders, showReceipts } from './small-talk.ts';
import { setTurn, type Turn } from './turn.ts';
import { typedFields } from './typed-proof.ts';
import { readerOf, viewOrder } from './views.ts';

/** The turn with the talk that it goes on in. */
export interface Talk {
  readonly dc: DialogContext;
  readonly turn: Turn;
  /** Whether a card was waiting when the turn began. */
  readonly open: boolean;
  /** The proof that was being handed in. */
  readonly proof?: ProofState | undefined;
}

type Handler<Kind extends Intent['kind']> = (
  talk: Talk,
  intent: Extract<Intent, { kind: Kind }>,
) => Promise<unknown>;

/** The pressed card says that it is out of date, unless it is the one that waits by now: that one asks again. */
const sayOld = async ({ turn, open }: Talk): Promise<void> => {
  if (open && turn.onWaitingCard) return;
  await turn.show(usedCard(turn.language, { title: say(turn.language, 'oldCard') }));
};

/** A file that nobody asked for is the payment proof of an order that waits for one, or is not taken. */
const takeStrayFile: Handler<'file'> = async ({ dc, turn }, { source, text }) => {
  const { partner, deeds, person, language, intake } = turn;
  const unauthorised = authorityRefusal(deeds.catalogue, partner, person.aadObjectId);
  if (unauthorised) return refuse(turn, unauthorised);
  if (partner.orders.every(proofRefusal)) return turn.say(say(language, 'fileNotExpected'));
  await turn.typing();
  const taken = await intake.take(source);
  const file = taken.kind === 'kept' ? { file: taken.proof } : { fault: taken };
  return dc.beginDialog(proof.id, { ...file, entered: typedFields(turn, text) });
};

const sayAndMenu = async (turn: Turn, words: string): Promise<void> => {
  await turn.say(words);
  await showMenu(turn);
};

/** What each intent does: the table of contents of what can be said at any time. */
export const handlers: { readonly [Kind in Intent['kind']]: Handler<Kind> } = {
  menu: ({ turn }) => showMenu(turn),
  help: ({ turn }) => showHelp(turn),
  stop: ({ turn, open }) =>
    open
      ? turn.show(usedCard(turn.language, { title: say(turn.language, 'stopped') }))
      : turn.say(say(turn.language, 'nothingToStop')),
  language: async ({ dc, turn, open }, { language }) => {
    const changed = await changeLanguage(turn, language);
    setTurn(dc.context, changed);
    if (language && !open) await showMenu(changed);
  },
  choose: ({ dc }, { purpose, area, competency, typed }) =>
    dc.beginDialog(chooseCompetency.id, { purpose, area, competency, typed }),
  subscribe: ({ dc }, { competency, level }) => dc.beginDialog(purchase.id, { competency, level }),
  orders: ({ turn }) => showOrders(turn),
  order: ({ turn }, { order }) => showOrder(turn, order),
  proof: ({ dc, proof: before }, { order, entered }) => dc.beginDialog(proof.id, { order, entered, before }),
  file: takeStrayFile,
  severalFiles: ({ turn }) => turn.say(say(turn.language, 'severalFiles')),
  cancel: ({ dc }, { order }) => dc.beginDialog(cancel.id, { order }),
  changeMethod: ({ dc }, { order, to }) => dc.beginDialog(changeMethod.id, { order, to }),
  receipt: ({ turn }, { order }) => showReceipts(turn, order),
  renew: ({ dc }, { level, competency }) => dc.beginDialog(renew.id, { level, competency }),
  refund: ({ dc }, { order }) => dc.beginDialog(refund.id, { order }),
  reminders: ({ turn }) => showReminders(turn),
  remindLater: ({ dc }, { about, pressed }) => dc.beginDialog(remindLater.id, { about, pressed }),
  stopReminding: ({ turn }, wish) => changeReminders(turn, 'stop', wish),
  resumeReminding: ({ turn }, wish) => changeReminders(turn, 'resume', wish),
  roles: ({ turn }) => showRoles(turn),
  askRole: ({ turn }, wish) => ask(turn, wish),
  answerRole: ({ turn }, wish) => answer(turn, wish),
  grantRole: ({ turn }, wish) => grant(turn, wish),
  committed: ({ turn }, { order }) => turn.show(viewOrder(readerOf(turn), turn.partner, order), { order }),
  oldCard: sayOld,
  operatorsOnly: ({ turn }) => turn.say(say(turn.language, 'operatorsOnly')),
  nothingAsked: ({ turn }) => sayAndMenu(turn, say(turn.language, 'nothingAsked')),
  notUnderstood: ({ turn }) => sayAndMenu(turn, say(turn.language, 'notUnderstood')),
};
