import { helpCard } from '../cards/help.ts';
import { purchasedCard, type MembershipLine } from '../cards/purchased.ts';
import { receiptsCard } from '../cards/receipts.ts';
import { refusalText } from '../cards/sentences.ts';
import { say } from '../cards/say.ts';
import { languageCard, menuCard, welcomeCard } from '../cards/welcome.ts';
import { actOn, authorityRefusal } from '../membership/deeds/authority.ts';
import type { Language } from '../membership/rules/catalogue.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { standingOf, windowOf } from '../membership/rules/membership.ts';
import type { Membership } from '../membership/rules/partner.ts';
import { renewableMembership } from '../membership/rules/renewal.ts';
import { refuse, roleHelp } from './roles-refuse.ts';
import type { Turn } from './turn.ts';
import { isBuyer, lineOf, named, readerOf, viewOrder } from './views.ts';

export const showWelcome = async (turn: Turn): Promise<void> =>
  turn.show(
    welcomeCard(turn.language, {
      name: turn.name,
      organisation: turn.partner.name,
      mayBuy: isBuyer(turn),
      ...(await roleHelp(turn)),
    }),
  );

export const showMenu = (turn: Turn): Promise<void> =>
  turn.show(menuCard(turn.language, { mayBuy: isBuyer(turn) }));

export const showHelp = async (turn: Turn): Promise<void> =>
  turn.show(
    helpCard(turn.language, {
      mayBuy: isBuyer(turn),
      ...(await roleHelp(turn)),
      localPage: turn.localPage,
    }),
  );

/** Asks for the language, or changes it and says so in the new one. */
export const changeLanguage = async (turn: Turn, language: Language | undefined): Promise<Turn> => {
  if (!language) {
    await turn.show(languageCard(turn.language));
    return turn;
  }
  const changed = turn.speak(language);
  await changed.say(say(language, 'languageChanged'));
  return changed;
};

const membershipLine = (turn: Turn, membership: Membership): MembershipLine => {
  const { catalogue } = turn.deeds;
  return {
    ...membership,
    competency: named(catalogue, membership.competency),
    standing: standingOf(catalogue, turn.partner, membership, turn.today),
    window: windowOf(catalogue, membership.anniversary),
    canRenew: renewableMembership(catalogue, turn.partner, membership.level, turn.today) === membership,
  };
};

/** Purchased offers: for those with a role. */
export const showOrders = async (turn: Turn): Promise<void> => {
  const { deeds, partner, person, language } = turn;
  const refusal = authorityRefusal(deeds.catalogue, partner, person.aadObjectId);
  if (refusal) return refuse(turn, refusal);
  await turn.show(
    purchasedCard(language, {
      entries: partner.orders.map((order) => lineOf(turn, order)),
      memberships: partner.memberships.map((membership) => membershipLine(turn, membership)),
      credits: partner.credits.map((credit) => credit.left),
      mayAct: true,
    }),
  );
};

/** One order, by its number; another organisation's is not found. */
export const showOrder = async (turn: Turn, number: OrderNumber): Promise<void> => {
  const found = actOn(turn.deeds.catalogue, turn.partner, turn.person.aadObjectId, number);
  if (found.kind === 'refused') return refuse(turn, found.refusal);
  await turn.show(viewOrder(readerOf(turn), turn.partner, number), { order: number });
};

/** The order's receipt, or all there are; each opens outside Teams. */
export const showReceipts = async (turn: Turn, number: OrderNumber | undefined): Promise<void> => {
  const { deeds, partner, person, language } = turn;
  const refusal = authorityRefusal(deeds.catalogue, partner, person.aadObjectId);
  if (refusal) return refuse(turn, refusal);
  const orders = partner.orders.filter((order) => number === undefined || order.number === number);
  const lines = orders.map((order) => lineOf(turn, order)).filter(({ receipt }) => receipt !== undefined);
  if (lines.length > 0) return turn.show(receiptsCard(language, lines));
  if (number === undefined) return turn.say(say(language, 'noReceiptYet'));
  const [order] = orders;
  await turn.say(
    order
      ? say(language, 'noReceiptFor', { number, state: say(language, `order.${order.state}`) })
      : refusalText(language, { kind: 'orderNotFound' }),
  );
};
