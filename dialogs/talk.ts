import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogState, DialogTurnResult } from 'botbuilder-dialogs';
// By their files: the package's index loads recognizers of seven languages, which no dialog here asks, in 0.2 s.
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { say } from '../cards/say.ts';
import { cancel } from './cancel.ts';
import { changeMethod } from './change-method.ts';
import { typedCardNumber } from './typed-card-number.ts';
import { chooseCompetency } from './choose-competency.ts';
import { isMisunderstanding, stateWaiting, waitingNonce } from './form.ts';
import { handlers, type Talk } from './handlers.ts';
import { intentOf, wordIntent, type Intent } from './intent.ts';
import { proofForm } from './proof-form.ts';
import { proof } from './proof.ts';
import { purchase } from './purchase.ts';
import { refund } from './refund.ts';
import { remindLater } from './reminders.ts';
import { renew } from './renew.ts';
import { showMenu } from './small-talk.ts';
import { turnOf, type Turn } from './turn.ts';
import { isBuyer } from './views.ts';

/** Every flow, by what it is for. */
const flows = [chooseCompetency, purchase, proof, cancel, changeMethod, renew, refund, remindLater];

const stateKey = Symbol('dialog state');

/** The dialog state of this turn lives in its context; who keeps it over turns is the bot's matter. */
const accessor = {
  get: (context: TurnContext): Promise<DialogState> =>
    Promise.resolve(context.turnState.get<DialogState>(stateKey)),
  set: (): Promise<void> => Promise.resolve(),
  delete: (): Promise<void> => Promise.resolve(),
};

const dialogs = new DialogSet(accessor);
for (const dialog of flows.flatMap((flow) => flow.dialogs)) dialogs.add(dialog);

/** A stored talk whose dialog is gone, or of another version, can't go on. */
const isKnown = ({ dialogStack }: Partial<DialogState>): boolean =>
  Array.isArray(dialogStack) && dialogStack.every(({ id }) => dialogs.find(id));

/** The innermost dialog that waits; a waterfall's own place is in the same stack. */
const waiting = (dc: DialogContext): boolean => dc.stack.length > 0;

const answers = (turn: Turn, dc: DialogContext): boolean => {
  const { input } = turn;
  if (!waiting(dc)) return false;
  if (input.kind !== 'press') return input.kind === 'text' || input.kind === 'file';
  return 'nonce' in input.action && input.action.nonce === waitingNonce(dc.activeDialog);
};

/** Answered beside the open talk, which then asks again; everything else ends it. */
const asides: readonly Intent['kind'][] = [
  'help',
  'language',
  'severalFiles',
  'oldCard',
  'operatorsOnly',
  'answerRole',
];
const isAside = ({ kind }: Intent): boolean => asides.includes(kind);

/** The table's rows are typed one by one; that an intent meets its own row TypeScript can't follow. */
const handle = (talk: Talk, intent: Intent): Promise<unknown> => handlers[intent.kind](talk, intent as never);

const follow = async (talk: Talk, intent: Intent): Promise<void> => {
  const { dc } = talk;
  if (isAside(intent)) {
    await handle(talk, intent);
    if (waiting(dc)) await dc.repromptDialog();
    return;
  }
  const left = { open: waiting(dc), proof: stateWaiting(proofForm, dc.activeDialog) };
  await dc.cancelAllDialogs();
  await handle({ ...talk, ...left }, intent);
};

const goOn = async (talk: Talk): Promise<void> => {
  const result: DialogTurnResult = await talk.dc.continueDialog();
  if (!isMisunderstanding(result.result)) return;
  const turn = turnOf(talk.dc.context);
  const intent = intentOf(turn);
  if (intent.kind !== 'notUnderstood' && intent.kind !== 'nothingAsked') return follow(talk, intent);
  if (result.result.insists && isBuyer(turn)) return turn.say(say(turn.language, 'useTheCard'));
  // A card that holds nobody up can still be answered later.
  await handle(talk, intent);
};

const respond = (talk: Talk): Promise<void> => {
  const { dc, turn } = talk;
  const word = wordIntent(turn);
  if (word) return follow(talk, word);
  return answers(turn, dc) ? goOn(talk) : follow(talk, intentOf(turn));
};

/** Bot Framework wraps what a dialog throws; whoever catches it judges the fault itself. */
const faultItself = (error: unknown): unknown => (error instanceof DialogContextError ? error.error : error);

/** The dialog state is plain JSON, which this copies several times as fast as a structured clone. */
const copied = (stored: DialogState): DialogState => JSON.parse(JSON.stringify(stored)) as DialogState;

/** The SDK's own key for the parts of its dialogs' memory. Without state of their own, they serve every turn. */
const memoryKey = 'DialogStateManagerConfiguration';
let memory: unknown;

/** The SDK would put its memory together anew for each turn that doesn't bring it. */
const dialogContext = async (context: TurnContext, state: DialogState): Promise<DialogContext> => {
  context.turnState.set(stateKey, state);
  if (memory !== undefined) context.turnState.set(memoryKey, memory);
  const dc = await dialogs.createContext(context);
  memory ??= context.turnState.get<unknown>(memoryKey);
  return dc;
};

/**
 * One turn of the talk.
 * @param stored the state that the last turn of this chat answered with
 * @returns the state to keep; undefined where nothing waits
 */
export const converse = async (
  context: TurnContext,
  turn: Turn,
  stored: DialogState | undefined,
): Promise<DialogState | undefined> => {
  // Before anything reads, keeps or repeats it; the talk stays where it is.
  if (typedCardNumber(turn)) {
    await turn.say(say(turn.language, 'cardNumberSeen'));
    return stored;
  }
  if (stored && !isKnown(stored)) {
    await turn.say(say(turn.language, 'dialogGone'));
    await showMenu(turn);
    return undefined;
  }
  const state = stored ? copied(stored) : { dialogStack: [] };
  const dc = await dialogContext(context, state);
  try {
    await respond({ dc, turn, open: waiting(dc) });
  } catch (error) {
    throw faultItself(error);
  }
  return state.dialogStack.length > 0 ? state : undefined;
};
