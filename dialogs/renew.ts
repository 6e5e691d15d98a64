import type { DialogTurnResult } from 'botbuilder-dialogs';
import { findCompetencies } from '../cards/find-competencies.ts';
import { showDay } from '../cards/format.ts';
import { lapsedCard, renewalChoiceCard, requirementsCard } from '../cards/renewal.ts';
import { refusalText } from '../cards/sentences.ts';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import { authorityRefusal } from '../membership/deeds/authority.ts';
import { levels, type Level } from '../membership/rules/catalogue.ts';
import type { CompetencyId, OrderNumber } from '../membership/rules/ids.ts';
import { newestMembership, standingOf, windowOf } from '../membership/rules/membership.ts';
import { competenciesMet, offerFor, openOrderFor } from '../membership/rules/offers.ts';
import type { Membership } from '../membership/rules/partner.ts';
import { renewableMembership } from '../membership/rules/renewal.ts';
import { formDialog, type Form, type FormState } from './form.ts';
import { purchase } from './purchase.ts';
import { refuse } from './roles-refuse.ts';
import { showOrder } from './small-talk.ts';
import type { Turn } from './turn.ts';
import { named, offerContext } from './views.ts';
import { waterfall, type StepFunction } from './waterfall.ts';

export interface RenewOptions {
  readonly level?: Level | undefined;
  /** Chosen already, on an old card. */
  readonly competency?: CompetencyId | undefined;
}

interface ChoiceState extends FormState {
  readonly level: Level;
  readonly former: CompetencyId;
  readonly competencies: readonly CompetencyId[];
}

const choice: Form<ChoiceState, CompetencyId> = {
  id: 'renewal-choice.v1',
  card: ({ deeds: { catalogue }, language }, { nonce, level, former, competencies }) =>
    renewalChoiceCard(language, {
      nonce,
      level,
      former: named(catalogue, former),
      competencies: competencies.map((id) => named(catalogue, id)),
    }),
  read: ({ input, deeds }, { competencies }) => {
    const isOffered = (id: CompetencyId | undefined): id is CompetencyId =>
      id !== undefined && competencies.includes(id);
    const pressed =
      input.kind === 'press' && input.action.action === 'renew' ? input.action.competency : undefined;
    if (isOffered(pressed)) return { kind: 'answered', answer: pressed };
    const typed = input.kind === 'text' ? findCompetencies(deeds.catalogue, input.text) : [];
    const [only, second] = typed.map(({ id }) => id).filter(isOffered);
    return only && !second ? { kind: 'answered', answer: only } : { kind: 'misunderstood' };
  },
};

/** Why a membership can't be renewed today. */
const tellWhyNot = async (turn: Turn, membership: Membership): Promise<void> => {
  const { language, partner, today, deeds } = turn;
  const { catalogue } = deeds;
  const { level, anniversary } = membership;
  const { opens, closes } = windowOf(catalogue, anniversary);
  const days = { opens: showDay(language, opens), closes: showDay(language, closes) };
  const name = say(language, `membership.${level}`);
  const { why } = offerFor(offerContext(turn), membership.competency, level);
  if (why?.reason === 'coveredByGold' || why?.reason === 'accountNotVerified')
    return turn.say(refusalText(language, { kind: 'offerUnavailable', level, why }));
  if (standingOf(catalogue, partner, membership, today) === 'active') {
    const facts = { membership: name, anniversary: showDay(language, anniversary), ...days };
    return turn.show(usedCard(language, { title: say(language, 'renew.notYet', facts) }));
  }
  const isMet = competenciesMet(catalogue, partner, level).length > 0;
  const facts = { membership: name, closes: days.closes };
  const words = say(language, isMet ? 'renew.lapsed' : 'renew.lapsedUnmet', facts);
  await turn.show(lapsedCard(language, words, named(catalogue, membership.competency)));
};

/** The open order that stands in a renewal's way, which may be the renewal itself. */
const inProgress = ({ partner, deeds, today }: Turn, level: Level): OrderNumber | undefined => {
  const held = newestMembership(partner, level);
  const renewsNow = held && standingOf(deeds.catalogue, partner, held, today) !== 'active';
  return renewsNow ? openOrderFor(partner, level)?.number : undefined;
};

const nothingToRenew = async (turn: Turn, asked: readonly Level[]): Promise<void> => {
  const [order] = asked.flatMap((level) => inProgress(turn, level) ?? []);
  if (order) return showOrder(turn, order);
  const [held] = asked.flatMap((level) => newestMembership(turn.partner, level) ?? []);
  return held ? tellWhyNot(turn, held) : turn.say(say(turn.language, 'renew.none'));
};

/** Gold first: while it is there, silver is covered by it, so that there are never two to choose from. */
const levelsAsked = ({ level }: RenewOptions): readonly Level[] => (level ? [level] : levels.toReversed());

const which: StepFunction<RenewOptions> = async (step): Promise<DialogTurnResult> => {
  const { turn, options, next, end } = step;
  const { deeds, partner, person, today } = turn;
  const { catalogue } = deeds;
  const refusal = authorityRefusal(catalogue, partner, person.aadObjectId);
  if (refusal) {
    await refuse(turn, refusal);
    return end();
  }
  const asked = levelsAsked(options);
  const [held] = asked.flatMap((level) => renewableMembership(catalogue, partner, level, today) ?? []);
  if (held) return next(held);
  await nothingToRenew(turn, asked);
  return end();
};

/** Its own, where the requirements are still met, else another that meets them. */
const forWhich: StepFunction<RenewOptions, Membership> = async ({
  turn,
  options,
  answer: held,
  ask,
  next,
  end,
}) => {
  const { deeds, partner, language } = turn;
  const { catalogue } = deeds;
  const { level, competency: former } = held;
  const go = (competency: CompetencyId) => next({ competency, level });
  const met = competenciesMet(catalogue, partner, level);
  const [chosen] = [options.competency, former].filter((id) => id !== undefined && met.includes(id));
  if (chosen) return go(chosen);
  const [only, second] = met;
  if (only && !second) return go(only);
  if (only) {
    const nonce = deeds.chance.commandId();
    return ask(choice.id, { nonce, level, former, competencies: met });
  }
  await turn.show(requirementsCard(language, level, catalogue.links));
  return end();
};

interface Chosen {
  readonly competency: CompetencyId;
  readonly level: Level;
}

/** The form answers with the competency alone; the level is then the one that can be renewed. */
const buy: StepFunction<RenewOptions, Chosen | CompetencyId> = ({ turn, answer, options, replace }) => {
  if (typeof answer !== 'string') return replace(purchase.id, answer);
  const { partner, deeds, today } = turn;
  const isRenewable = (level: Level) => renewableMembership(deeds.catalogue, partner, level, today);
  const level = levelsAsked(options).find(isRenewable) ?? 'gold';
  return replace(purchase.id, { competency: answer, level });
};

/** Renew: for the same competency, or another that meets the requirements, then as any purchase. */
export const renew = {
  id: 'renew.v1',
  dialogs: [formDialog(choice), waterfall<RenewOptions>('renew.v1', [which, forWhich, buy])],
};
