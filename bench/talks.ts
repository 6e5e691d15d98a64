import { agreementAccepted } from '../cards/review.ts';
import { buttonData } from '../cards/actions.ts';
import type { CommandId, CompetencyId } from '../membership/rules/ids.ts';
import type { Speaker, WireActivity } from '../test/support/activities.ts';
import type { Shown } from './connector.ts';

/** A step says what a person sends next, having seen the newest card. */
type Step = (person: Speaker, shown: Shown) => WireActivity;

/** One conversation from its first word to its last. Every talk has four turns, so that talks compare as turns do. */
export interface Talk {
  readonly steps: readonly Step[];
  /** What the last answer has in it when the talk went as it should. */
  readonly end: string;
}

const nonceIn = ({ body }: Shown): CommandId => {
  const found = /"nonce":"([^"]+)"/.exec(body.toString('latin1'))?.[1];
  if (found === undefined) throw new Error(`no nonce in ${body.toString('utf8').slice(0, 2_000)}`);
  return found as CommandId;
};

const say =
  (text: string): Step =>
  (person) =>
    person.message(text);

export const echoTalk: Talk = {
  steps: ['one', 'two', 'three', 'four'].map(say),
  end: 'Echo: four',
};

/** The first message begins the waterfall, the others answer its three prompts. */
export const waterfallTalk: Talk = {
  steps: ['hello', 'data analytics', 'gold', 'bank transfer'].map(say),
  end: 'data analytics, gold, bank transfer',
};

const analytics = 'data-analytics' as CompetencyId;
const typed = { taxId: 'NL123456782B90', contactName: 'Ada Jansen', contactPhone: '+31 20 123 4567' };

/** A buyer looks around, and at what was bought. */
export const navigationTalk: Talk = {
  steps: ['help', 'data analytics', 'fee', 'orders'].map(say),
  end: 'Purchased offers',
};

/** From the competency's name to the order number. */
export const purchaseTalk: Talk = {
  steps: [
    say('data analytics'),
    (person, shown) =>
      person.submit(
        buttonData({ action: 'subscribe', competency: analytics, level: 'gold' }),
        shown.activityId,
      ),
    (person, shown) =>
      person.submit(
        {
          ...buttonData({ action: 'next', nonce: nonceIn(shown) }),
          ...typed,
          contactEmail: 'ada@fabrikam.example',
          method: 'transfer',
        },
        shown.activityId,
      ),
    (person, shown) =>
      person.submit(
        { ...buttonData({ action: 'submit', nonce: nonceIn(shown) }), agreement: agreementAccepted },
        shown.activityId,
      ),
  ],
  end: '"action":"proof"',
};
