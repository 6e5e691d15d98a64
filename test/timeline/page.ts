/** Writes the timeline of a partner's life, as the bot lives through it: `node test/timeline/page.ts`. */
import { writeFile } from 'node:fs/promises';
import { showDay, showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { creditIn } from '../../membership/rules/credit.ts';
import { newestMembership, standingOf } from '../../membership/rules/membership.ts';
import type { Currency } from '../../membership/rules/money.ts';
import { plain } from '../talks/table.ts';
import type { Line } from './diary.ts';
import { life } from './life.ts';
import { clockIn } from './local-time.ts';
import { liveThrough, type Lived } from './play.ts';

const introduction = `# Two years of a partner’s life

The whole bot has lived through this on a moved clock: what people did, what the bank did, and all that the bot said to
anybody, at the moment at which it said it. \`npm run docs\` writes the page anew, and a test that lives through it at
each run keeps it true.

Windmolen Software B.V. in Utrecht is fictitious. **Sanne Bakker**, its global admin, reads Dutch and works in
Amsterdam’s time. **Grace Miller**, an account admin, reads English and works in New York’s. **Olivia Brandt** is an
operator of the payee. Reminders wait for their reader’s working hours, Monday to Friday from 09:00 to 17:00; what is
news is told at once.

- 💬 a message that nobody had asked for
- ↩ what the bot answers
- ✎ a card that is in the chat already says something else now, and nobody is notified
`;

const signs = { does: '', answers: '↩ ', tells: '💬 ', changes: '✎ ' } as const;

const momentOf = ({ at, who }: Line): readonly string[] => {
  const utc = clockIn(at, 'UTC');
  const local = who && clockIn(at, who.timeZone);
  const there = local && (local.date === utc.date ? local.time : `${local.weekday} ${local.time}`);
  return [`${utc.date} ${utc.weekday} ${utc.time}`, there ?? ''];
};

/** A cell's text can't end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (line: Line): string => {
  const { kind, who, what } = line;
  const cells = [...momentOf(line), who?.fullName ?? 'The bank', `${signs[kind]}${what}`];
  return `| ${cells.map(cell).join(' | ')} |`;
};

const same = (a: Line, b: Line): boolean => a.at === b.at && a.who === b.who && a.what === b.what;

/** Cards that become the same are told of once, and not at all where a message says it too. */
const told = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(
    (line, index) =>
      line.kind !== 'changes' ||
      !lines.some((other, place) => same(line, other) && (other.kind === 'tells' || place < index)),
  );

/** How orders, credit and membership stand when a chapter is over. */
const standing = ({ partner, catalogue, on }: Lived): string => {
  const orders = partner.orders.map(
    ({ number, state }) => `order ${number}: ${say('en', `order.${state}`).toLowerCase()}`,
  );
  const credit = creditIn(partner, 'EUR' as Currency);
  const held = newestMembership(partner, 'gold');
  const lapsed = held && standingOf(catalogue, partner, held, on) === 'lapsed';
  return [
    ...orders,
    ...(credit.minor > 0 ? [`credit: ${plain(showMoney('en', credit))}`] : []),
    ...(held
      ? [`gold membership: ${lapsed ? 'lapsed, paid' : 'paid'} until ${showDay('en', held.anniversary)}`]
      : []),
  ].join(' · ');
};

const section = (lived: Lived): string => {
  const { title, about } = lived.chapter;
  const table = ['| UTC | there | who | what |', '| --- | --- | --- | --- |', ...told(lived.lines).map(row)];
  return [`## ${title}`, '', about, '', ...table, '', `Then: ${standing(lived)}.`, ''].join('\n');
};

/** The page `docs/timeline.md`, whole. */
export const timelinePage = (lived: readonly Lived[]): string =>
  [introduction, ...lived.map(section)].join('\n');

if (import.meta.main) {
  await writeFile(new URL('../../docs/timeline.md', import.meta.url), timelinePage(await liveThrough(life)));
}
