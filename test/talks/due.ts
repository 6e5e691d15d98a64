import { instant } from '../../membership/rules/calendar.ts';
import type { Deed } from './table.ts';

/** Time passes, and all that falls due is done. */
export const until =
  (moment: string): Deed =>
  async ({ bot }) => {
    await bot.app.runDue(instant(new Date(moment)), (at) => bot.clock.set(at));
    bot.clock.set(moment);
    await bot.app.settled();
  };
