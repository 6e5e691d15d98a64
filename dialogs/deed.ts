import { refusalText } from '../cards/sentences.ts';
import type { Doing, Outcome } from '../membership/deeds/perform.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { News } from '../membership/rules/partner.ts';
import { throughOf, type Turn } from './turn.ts';
import { readerOf, viewOrder } from './views.ts';

/** This person's deed; `command` is the nonce of the card that commits. */
export const doing = (turn: Turn, command: CommandId): Doing => ({
  partner: turn.partner.mpnId,
  by: { kind: 'person', aadObjectId: turn.person.aadObjectId, name: turn.name },
  through: throughOf(turn.input),
  command,
});

/** Shows what a deed came to: the order as it is now, or why not. A command seen again answers as the first time. */
export const report = async (turn: Turn, outcome: Outcome, news: News): Promise<void> => {
  switch (outcome.kind) {
    case 'accepted': {
      const { order, partner } = outcome;
      const active = partner.orders.some((kept) => kept.number === order && kept.state === 'active');
      const said = news === 'placed' && active ? 'active' : news;
      await turn.show(viewOrder(readerOf(turn), partner, order, said), { order });
      await turn.told(outcome);
      return;
    }
    case 'refused':
      await turn.say(refusalText(turn.language, outcome.refusal));
      return;
    case 'orderNumberTaken':
      throw new RangeError('a drawn order number is the deed’s own matter');
  }
};
