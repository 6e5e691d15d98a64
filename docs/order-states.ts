/** Writes the diagram and the table of an order's states from the rules: `node docs/order-states.ts`. */
import { writeFile } from 'node:fs/promises';
import { isOpen, orderMoves, orderStates, type OrderState } from '../membership/rules/order.ts';

const meanings: Readonly<Record<OrderState, string>> = {
  awaitingCardPayment:
    'An attempt may be open; a page that times out or a card that is declined ends the attempt, not the order.',
  awaitingTransfer: 'Submitted, no proof, not all the money.',
  proofUnderReview: 'Proof uploaded, not all the money seen.',
  active: 'Paid.',
  expired: 'Not paid in time.',
  cancelled: 'Ended before it was paid.',
  refunded: 'Ended: the fee was paid back.',
  reversed: 'Ended: a chargeback or a returned transfer took the money away.',
};

type Move = { [From in OrderState]: `${From} ${(typeof orderMoves)[From][number]}` }[OrderState];

/** What moves an order: for every move of the rules, and for no other. */
const reasons: Readonly<Record<Move, string>> = {
  'awaitingCardPayment active': 'the gateway confirms',
  'awaitingCardPayment cancelled': 'cancelled, or overtaken by a purchase',
  'awaitingCardPayment expired': 'day 31',
  'awaitingTransfer proofUnderReview': 'proof uploaded',
  'awaitingTransfer active': 'paid in full',
  'awaitingTransfer cancelled': 'cancelled, or overtaken by a purchase',
  'awaitingTransfer expired': 'day 31',
  'proofUnderReview active': 'paid in full',
  'proofUnderReview awaitingTransfer': 'proof rejected, with the reason',
  'proofUnderReview expired': 'day 31',
  'active refunded': 'paid back within 30 days',
  'active reversed': 'chargeback, returned transfer',
  'expired active': 'a payment in time is seen late',
};

const reasonOf = new Map<string, string>(Object.entries(reasons));

const arrows = (from: OrderState): readonly string[] =>
  orderMoves[from].map((to) => `  ${from} --> ${to}: ${reasonOf.get(`${from} ${to}`) ?? ''}`);

const diagram = (): readonly string[] => [
  'stateDiagram-v2',
  '  [*] --> awaitingCardPayment: Submit, credit card',
  '  [*] --> awaitingTransfer: Submit, bank transfer',
  ...orderStates.flatMap(arrows),
  ...orderStates.filter((state) => orderMoves[state].length === 0).map((state) => `  ${state} --> [*]`),
];

const row = (state: OrderState): string => {
  const next = orderMoves[state].join(' · ') || '—';
  return `| \`${state}\`${isOpen(state) ? ' (open)' : ''} | ${meanings[state]} | ${next} |`;
};

/** The page `docs/order-states.md`, whole. */
export const orderStatesPage = (): string =>
  [
    '# An order’s life',
    '',
    'Made from `membership/rules/order.ts` by `npm run docs`; change it there.',
    '',
    '```mermaid',
    ...diagram(),
    '```',
    '',
    '| state | means | may become |',
    '| --- | --- | --- |',
    ...orderStates.map(row),
    '',
  ].join('\n');

if (import.meta.main) await writeFile(new URL('order-states.md', import.meta.url), orderStatesPage());
