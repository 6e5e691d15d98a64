import { understandSubscribe } from '../cards/answers.ts';
import { chooseCompetencyCard } from '../cards/choose-competency.ts';
import type { Card } from '../cards/elements.ts';
import { findArea, findCompetencies } from '../cards/find-competencies.ts';
import { feeCard } from '../cards/fee.ts';
import { offersCard } from '../cards/offers.ts';
import { say } from '../cards/say.ts';
import type { Area, Level } from '../membership/rules/catalogue.ts';
import type { CompetencyId } from '../membership/rules/ids.ts';
import { listQuotes, offerFor, offersFor } from '../membership/rules/offers.ts';
import { formDialog, type Form, type FormState, type Reading } from './form.ts';
import { roleHelp } from './roles-refuse.ts';
import type { Turn } from './turn.ts';
import { named, offerContext } from './views.ts';
import { waterfall, type StepFunction } from './waterfall.ts';

export type Purpose = 'offers' | 'fee';

export interface ChooseCompetency {
  readonly purpose: Purpose;
  readonly area?: Area | undefined;
  /** What was typed, where it names several competencies. */
  readonly typed?: string | undefined;
  readonly competency?: CompetencyId | undefined;
}

interface ChoiceState extends FormState {
  readonly purpose: Purpose;
  readonly area?: Area | undefined;
  readonly typed?: string | undefined;
}

const choice: Form<ChoiceState, CompetencyId> = {
  id: 'competency-choice.v1',
  card: (turn, { nonce, purpose, area, typed }) => {
    const { catalogue } = turn.deeds;
    const matches = typed === undefined ? undefined : findCompetencies(catalogue, typed);
    return chooseCompetencyCard(turn.language, { purpose, nonce, catalogue, area, typed, matches });
  },
  read: ({ input, deeds }, state) => {
    if (input.kind === 'press' && input.action.action === 'competency') {
      return { kind: 'answered', answer: input.action.competency };
    }
    if (input.kind === 'press' && input.action.action === 'area') {
      return {
        kind: 'again',
        state: { nonce: state.nonce, purpose: state.purpose, area: input.action.area },
      };
    }
    if (input.kind !== 'text') return { kind: 'misunderstood' };
    const [only, second] = findCompetencies(deeds.catalogue, input.text);
    if (only && !second) return { kind: 'answered', answer: only.id };
    const { nonce, purpose } = state;
    const area = only ? undefined : findArea(input.text);
    return { kind: 'again', state: { nonce, purpose, ...(area ? { area } : { typed: input.text }) } };
  },
};

const askCompetency: StepFunction<ChooseCompetency> = ({ turn, options, ask, next }) => {
  const { purpose, area, typed, competency } = options;
  return competency
    ? next(competency)
    : ask(choice.id, { nonce: turn.deeds.chance.commandId(), purpose, area, typed });
};

/** What the purchase begins with. */
interface Subscribed {
  readonly competency: CompetencyId;
  readonly level: Level;
}

interface TilesState extends FormState {
  readonly competency: CompetencyId;
}

/** The level that was said, or the only one for sale; with two for sale it is asked for. */
const subscribed = (turn: Turn, { competency }: TilesState): Reading<TilesState, Subscribed> => {
  const typed = turn.input.kind === 'text' ? understandSubscribe(turn.input.text) : undefined;
  if (!typed) return { kind: 'misunderstood' };
  if (typed.level) return { kind: 'answered', answer: { competency, level: typed.level } };
  const [only, second] = offersFor(offerContext(turn), competency).filter((offer) => !offer.why);
  if (second) return { kind: 'asked', words: say(turn.language, 'whichLevel') };
  return only ? { kind: 'answered', answer: { competency, level: only.level } } : { kind: 'misunderstood' };
};

/** The tiles: their buttons are good at any time, and "subscribe gold" or "gold" can be typed while they are the newest. */
const tiles: Form<TilesState, Subscribed> = {
  id: 'offer-tiles.v1',
  stays: true,
  card: async (turn, state) => {
    const { catalogue } = turn.deeds;
    const { askable } = await roleHelp(turn);
    return offersCard(turn.language, {
      competency: named(catalogue, state.competency),
      offers: offersFor(offerContext(turn), state.competency),
      links: catalogue.links,
      payeeName: catalogue.payee.name,
      askable,
    });
  },
  read: subscribed,
};

const feesOf = (turn: Turn, id: CompetencyId): Card => {
  const { catalogue } = turn.deeds;
  const gold = offerFor(offerContext(turn), id, 'gold');
  return feeCard(turn.language, {
    competency: named(catalogue, id),
    quotes: listQuotes(catalogue, turn.partner),
    country: turn.partner.country,
    links: catalogue.links,
    upgrade: gold.kind === 'upgrade' && !gold.why ? gold.quote : undefined,
  });
};

const showCompetency: StepFunction<ChooseCompetency, CompetencyId> = async (step) => {
  const { turn, options, answer: competency, ask, end } = step;
  if (options.purpose === 'offers')
    return ask(tiles.id, { nonce: turn.deeds.chance.commandId(), competency });
  await turn.show(feesOf(turn, competency));
  return end();
};

/** What "subscribe" was typed to; the tiles' form knows of which competency. */
const subscribe: StepFunction<ChooseCompetency, Subscribed> = ({ answer, replace }) =>
  replace('purchase.v1', answer);

/** Choosing a competency: its area, its name, then its tiles or its fees. */
export const chooseCompetency = {
  id: 'choose-competency.v1',
  dialogs: [
    formDialog(choice),
    formDialog(tiles),
    waterfall<ChooseCompetency>('choose-competency.v1', [askCompetency, showCompetency, subscribe]),
  ],
};
