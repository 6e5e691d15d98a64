import { deskCard } from '../../cards/desk/menu.ts';
import { listCard, partnerCard, partnersCard, type DeskLine } from '../../cards/desk/lists.ts';
import { pageOf, pageSize, type Page } from '../../cards/desk/page.ts';
import type { DeskMoney } from '../../cards/desk/view.ts';
import type { PartnerMatter } from '../../membership/ports.ts';
import type { Day, Instant } from '../../membership/rules/calendar.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import { isNow, type MatterKind } from '../../membership/rules/matters.ts';
import { orderOf } from '../../membership/rules/partner.ts';
import { isOwn, partnerNow } from './look.ts';
import { looseLines, moneyOf } from './money.ts';
import type { DeskReader, DeskTurn } from './turn.ts';

/** What waits now, oldest first. */
export const waiting = async (
  { desk, today }: Pick<DeskReader, 'desk' | 'today'>,
  kind: MatterKind,
): Promise<readonly PartnerMatter[]> =>
  (await desk.partners.withMatter(kind)).filter((matter) => isNow(matter, today));

/** What will be a row of a list: a matter, or a held line that is at no partner. */
type Entry = { readonly since: Day | Instant; readonly aside?: boolean | undefined } & (
  { readonly matter: PartnerMatter } | { readonly money: DeskMoney }
);

/** All that is on a list, in its order; no partner is read for it. */
export const entriesOf = async (
  reader: Pick<DeskReader, 'desk' | 'today'>,
  kind: MatterKind,
): Promise<readonly Entry[]> => {
  const matters = await waiting(reader, kind);
  const payments = matters.flatMap(({ payment }) => payment ?? []);
  const loose = kind === 'held' ? await looseLines(reader, payments) : [];
  const entries: readonly Entry[] = [
    ...matters.map((matter) => ({ since: matter.since, aside: matter.aside, matter })),
    ...loose.map((money) => ({ since: money.since, money })),
  ];
  return entries.toSorted(
    (a, b) => Number(a.aside ?? false) - Number(b.aside ?? false) || a.since.localeCompare(b.since),
  );
};

/** The desk with how much waits on each list. */
export const showDesk = async (turn: DeskTurn): Promise<void> => {
  const count = async (kind: MatterKind): Promise<number> => (await entriesOf(turn, kind)).length;
  const counts = {
    proof: await count('proof'),
    refund: await count('refund'),
    open: await count('open'),
    expiring: await count('expiring'),
    credit: await count('credit'),
    held: await count('held'),
  };
  await turn.show(deskCard(turn.language, counts, turn.urls.export()));
};

/** A matter as a row; undefined where it has been settled since. */
const lineOf = async (turn: DeskReader, matter: PartnerMatter): Promise<DeskLine | undefined> => {
  const partner = await partnerNow(turn, matter.partner);
  if (!partner) return undefined;
  if (matter.kind === 'credit' || matter.kind === 'held') {
    const money = (await moneyOf(turn, partner)).find(({ payment }) => payment === matter.payment);
    return money && { kind: 'money', money };
  }
  const order = orderOf(partner, matter.order);
  const { since, aside } = matter;
  return order && { kind: 'order', order, organisation: partner.name, since, aside };
};

/** Reads no more than the page that is shown. */
const pageLines = async (
  turn: DeskReader,
  kind: MatterKind,
  wanted: number | undefined,
): Promise<Page<DeskLine>> => {
  const page = pageOf(await entriesOf(turn, kind), wanted);
  const shown = await Promise.all(
    page.shown.map(async (item): Promise<DeskLine | undefined> =>
      'money' in item ? { kind: 'money', money: item.money } : lineOf(turn, item.matter),
    ),
  );
  return { ...page, shown: shown.filter((line) => line !== undefined) };
};

export const showList = async (turn: DeskTurn, list: MatterKind, page?: number): Promise<void> =>
  turn.show(listCard(turn.language, { list, lines: await pageLines(turn, list, page) }));

/** One partner's orders, newest first, with their money. */
export const showPartner = async (turn: DeskTurn, id: MpnId, page?: number): Promise<boolean> => {
  const partner = await partnerNow(turn, id);
  if (!partner) return false;
  await turn.show(
    partnerCard(turn.language, {
      partner: partner.mpnId,
      organisation: partner.name,
      orders: pageOf(partner.orders.toReversed(), page),
      money: isOwn(turn, partner) ? [] : await moneyOf(turn, partner),
    }),
  );
  return true;
};

/** By a part of the name: the partner, or which are meant. */
export const showNamed = async (turn: DeskTurn, part: string): Promise<boolean> => {
  const found = await turn.desk.partners.named(part, pageSize + 1);
  const [only, second] = found;
  if (!only) return false;
  if (!second) return showPartner(turn, only);
  const partners = await Promise.all(found.slice(0, pageSize).map((id) => turn.desk.partners.read(id)));
  const shown = partners.flatMap((partner) =>
    partner ? [{ partner: partner.mpnId, organisation: partner.name }] : [],
  );
  await turn.show(partnersCard(turn.language, shown, found.length > pageSize));
  return true;
};
