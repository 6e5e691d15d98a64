import pLimit from 'p-limit';
import { jsonAnswer, type Route } from '../../bot/http/exchange.ts';
import { creditWish, readCredit } from '../credit.ts';
import { clockMove, moveClock, readMove } from '../move-clock.ts';
import { wishRoute, wrong } from './answers.ts';
import type { LocalParts } from './parts.ts';

/** What the world does: time passes, the bank credits an account. */
export const worldRoutes = ({ bot, clock }: LocalParts): readonly Route[] => {
  // Two moves at once would each undo the other's stops.
  const inTurn = pLimit(1);
  return [
    wishRoute('/local/clock', clockMove, (move) =>
      inTurn(async () => {
        const target = readMove(clock.now(), move);
        if ('wrong' in target) return wrong(target.wrong);
        return jsonAnswer(200, { now: await moveClock(clock, bot, target.to) });
      }),
    ),
    wishRoute('/local/bank', creditWish, async (wish) => {
      const credit = readCredit(bot.catalogue, clock.now(), wish);
      if ('wrong' in credit) return wrong(credit.wrong);
      const result = await bot.credit(credit.line);
      await bot.settled();
      return jsonAnswer(200, { id: credit.line.id, result });
    }),
  ];
};
