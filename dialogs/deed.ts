import type { Doing, Outcome } from '../membership/deeds/perform.ts';
import type { CommandId, OrderNumber } from '../membership/rules/ids.ts';
import type { News } from '../membership/rules/message.ts';
import { orderOf, type Partner } from '../membership/rules/partner.ts';
import { refuse } from './roles-refuse.ts';
import { throughOf, type Showing, type Turn } from './turn.ts';
import { readerOf, viewOrder } from './views.ts';

/** This person's deed; `command` is the nonce of the card that commits. */
export const doing = (turn: Turn, command: CommandId): Doing => ({
  partner: turn.partner.mpnId,
  by: { kind: 'person', aadObjectId: turn.person.aadObjectId, name: turn.name },
  through: throughOf(turn.input),
  command,
});

/** What the deed was asked to do: the news where it did, the order that it was about, whose card gives way. */
interface Reported extends Pick<Showing, 'insteadOf'> {
  readonly news: News;
  readonly about?: OrderNumber | undefined;
}

const stateOf = (partner: Partner, order: OrderNumber) => orderOf(partner, order)?.state;

/** A page that was to be closed turned out paid: the refusal's reason is news, to others too. */
const tellMeanwhile = async (
  turn: Turn,
  { partner }: Extract<Outcome, { kind: 'refused' }>,
  about: OrderNumber,
): Promise<void> => {
  const state = stateOf(partner, about);
  if (!state || state === stateOf(turn.partner, about)) return;
  const news = state === 'active' ? 'active' : undefined;
  await turn.tell({ partner, order: about }, () =>
    turn.show(viewOrder(readerOf(turn), partner, about, news), { order: about }),
  );
};

/** Shows what a deed came to: the order as it is now, or why not. A command seen again answers as the first time. */
export const report = async (
  turn: Turn,
  outcome: Outcome,
  { news, about, insteadOf }: Reported,
): Promise<void> => {
  switch (outcome.kind) {
    case 'accepted': {
      const { order, partner } = outcome;
      const said = news === 'placed' && stateOf(partner, order) === 'active' ? 'active' : news;
      const showing = { order, ...(insteadOf ? { insteadOf } : {}) };
      return turn.tell(outcome, () => turn.show(viewOrder(readerOf(turn), partner, order, said), showing));
    }
    case 'refused':
      await refuse(turn, outcome.refusal);
      if (about) await tellMeanwhile(turn, outcome, about);
      return;
    case 'orderNumberTaken':
      throw new RangeError('a drawn order number is the deed’s own matter');
  }
};
