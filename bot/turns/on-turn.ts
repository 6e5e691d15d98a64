import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import { say } from '../../cards/say.ts';
import { converse } from '../../dialogs/talk.ts';
import { showWelcome } from '../../dialogs/small-talk.ts';
import { setTurn } from '../../dialogs/turn.ts';
import { asOf } from '../../membership/rules/as-of.ts';
import type { ChatRecord, Met } from '../../membership/ports.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { TurnLogic } from '../adapter/teams-adapter.ts';
import { expectingDigest } from '../desk/digest.ts';
import { isMeantForDesk, meetAtDesk } from '../desk/meet.ts';
import type { House } from '../house.ts';
import { sendText } from '../messages/send.ts';
import { inSpan } from '../observe/tracing.ts';
import { languageFor, refreshed, talkingOf, withTalking, type Talking } from './chat.ts';
import { apologise } from './apology.ts';
import { partnerTurn } from './partner-turn.ts';
import { inputOf } from './input.ts';
import { keptInstall } from './install.ts';
import { session } from './session.ts';
import { languageOf, speakerOf, type Speaker } from './speaker.ts';
import { strangers, type Strangers } from './strangers.ts';
import { noteWhere } from './time-zone.ts';
import { typingWhenSlow } from './typing.ts';

interface Meeting {
  readonly house: House;
  readonly context: TurnContext;
  readonly speaker: Speaker;
  readonly partner: Partner;
  readonly record: ChatRecord;
}

const turnIn = ({ house, context, speaker, partner, record }: Meeting, activity: Activity) => {
  const input = inputOf(activity, house.deeds.catalogue);
  const talking = talkingOf(record);
  const chat = session(context, record, input, talking.waiting);
  return { talking, chat, turn: partnerTurn(house, context, { speaker, partner, input, chat }) };
};

/**
 * One turn of the talk. Where it fails, the talk stays where it was, so that it can go on. A talk that can't be kept
 * is a fault only while it waits for an answer: what a deed came to was said, and is safe without it.
 */
const answer = async (meeting: Meeting): Promise<void> => {
  const { house, context } = meeting;
  const { talking, chat, turn } = turnIn(meeting, context.activity);
  const keep = (dialogs: Talking['dialogs']): Promise<void> =>
    house.chats.write(withTalking(chat.record(), { dialogs, waiting: chat.waiting() }));
  const unkept = (error: unknown): void =>
    house.log.fault({ reference: house.reference(), where: 'chat record', error });
  setTurn(context, turn);
  const stopTyping = typingWhenSlow(chat);
  try {
    const dialogs = await inSpan('dialog', async (tell) => {
      const left = await converse(context, turn, talking.dialogs);
      tell({ dialog: left?.dialogStack[0]?.id });
      return left;
    });
    await (dialogs ? keep(dialogs) : keep(dialogs).catch(unkept));
  } catch (error) {
    await keep(talking.dialogs).catch(unkept);
    throw error;
  } finally {
    stopTyping();
  }
};

const welcome = async (meeting: Meeting): Promise<void> => {
  const { house, context, record } = meeting;
  // Kept first: a second install a few ms later waits in the queue, and finds it.
  const isNew = await keptInstall(house, record);
  if (isNew) await showWelcome(turnIn(meeting, context.activity).turn);
};

const install = async (meeting: Meeting): Promise<void> => {
  const { house, context, record } = meeting;
  switch (context.activity.action) {
    case 'add':
      return welcome(meeting);
    case 'remove':
    case 'remove-upgrade':
      return house.chats.write({ ...record, installed: context.activity.action !== 'remove' });
    default:
      return house.chats.write(record);
  }
};

const meet = async (meeting: Meeting): Promise<void> => {
  const { type } = meeting.context.activity;
  if (type === (ActivityTypes.Message as string)) {
    await answer(meeting);
    return noteWhere(meeting);
  }
  if (type === (ActivityTypes.InstallationUpdate as string)) return install(meeting);
};

/** The partner as of now. */
const meetNow = async ({ meet: look, deeds }: House, { person }: Speaker): Promise<Met> => {
  const { partner, record } = await look(person);
  return { partner: partner && asOf(partner, deeds.clock.now()).partner, record };
};

/** Whoever belongs to no partner gets one sentence a day. */
const meetStranger = async (
  house: House,
  context: TurnContext,
  speaker: Speaker,
  seen: Strangers,
): Promise<void> => {
  const language = languageOf(context.activity.locale) ?? 'en';
  if (seen.isNew(speaker.person, house.deeds.clock.now())) {
    await sendText(context, say(language, 'stranger', { link: house.deeds.catalogue.links.joinNetwork }));
  }
};

const speaks = ({ type, action }: Activity): boolean =>
  type === (ActivityTypes.Message as string) ||
  (type === (ActivityTypes.InstallationUpdate as string) && action === 'add');

/** What the bot does with an activity, whoever sent it. */
export const onTurn = (house: House): TurnLogic => {
  const seen = strangers();
  const run = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const speaker = speakerOf(activity);
    if (!speaker) return;
    const { partner, record: found } = await meetNow(house, speaker);
    const isOperator = house.isOperator(speaker.person);
    if (!partner && !isOperator)
      return speaks(activity) ? meetStranger(house, context, speaker, seen) : undefined;
    if (!speaker.personal) {
      const language = languageOf(activity.locale) ?? 'en';
      return speaks(activity) ? sendText(context, say(language, 'groupChat')) : undefined;
    }
    const known = refreshed(found, speaker, activity);
    const record = isOperator ? expectingDigest(house.deeds, known) : known;
    try {
      const meeting = { house, context, speaker, record };
      const atDesk = isOperator && (!partner || (await isMeantForDesk(meeting, partner.mpnId)));
      if (atDesk) await meetAtDesk(meeting);
      else if (partner) await meet({ ...meeting, partner });
    } catch (error) {
      await apologise(house, context, languageFor(record), error);
    }
  };
  return async (context) => {
    try {
      await run(context);
    } catch (error) {
      await apologise(house, context, languageOf(context.activity.locale) ?? 'en', error);
    }
  };
};
