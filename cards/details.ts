import type { Competency, Language, LinkName, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Offer } from '../membership/rules/offers.ts';
import type { Buyer } from '../membership/rules/order.ts';
import type { Address } from '../membership/rules/organisation.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { stopButton } from './buttons.ts';
import {
  card,
  facts,
  heading,
  link,
  note,
  problemList,
  subheading,
  submit,
  text,
  type Card,
  type Element,
} from './elements.ts';
import { showCountry, showMoney } from './format.ts';
import { choiceInput, textInput } from './inputs.ts';
import { priceFacts } from './price.ts';
import { renewalLines } from './renewal.ts';
import { say } from './say.ts';
import { refusalText } from './sentences.ts';

/** What was entered before, kept while something else is asked again. */
export interface EnteredDetails {
  readonly taxId?: string | undefined;
  readonly contactName?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly method?: PaymentMethod | undefined;
}

export interface Details {
  readonly nonce: CommandId;
  readonly competency: Competency;
  readonly offer: Offer;
  readonly buyer: Buyer;
  readonly entered?: EnteredDetails | undefined;
  /** All methods; one that can't be chosen says why. */
  readonly methods: readonly {
    readonly method: PaymentMethod;
    readonly off?: 'notInCountry' | 'notYet' | undefined;
  }[];
  readonly problems: readonly Refusal[];
  /** What the partner has to its credit in the offer's currency. */
  readonly credit?: Money | undefined;
  readonly links: Readonly<Record<LinkName, string>>;
}

const showAddress = (language: Language, address: Address): string =>
  [
    ...address.lines,
    `${address.postcode} ${address.city}`.trim(),
    showCountry(language, address.country),
  ].join(', ');

const purchase = (language: Language, { competency, offer, credit }: Details): readonly Element[] => [
  subheading(say(language, 'yourPurchase')),
  facts([say(language, `membership.${offer.level}`), competency.name], ...priceFacts(language, offer.quote)),
  ...(offer.kind === 'upgrade' && offer.quote.discount
    ? [text(say(language, 'silverNotRefundable'), { weight: 'bolder' })]
    : []),
  ...renewalLines(language, offer),
  ...(credit && credit.minor > 0
    ? [text(say(language, 'creditWillBeUsed', { credit: showMoney(language, credit) }), { weight: 'bolder' })]
    : []),
];

const organisation = (language: Language, { buyer, links }: Details): readonly Element[] => [
  facts(
    [say(language, 'organisation'), buyer.name],
    [say(language, 'mpnId'), buyer.mpnId],
    [say(language, 'billTo'), showAddress(language, buyer.billTo)],
    [say(language, 'soldTo'), showAddress(language, buyer.soldTo)],
  ),
  link(say(language, 'changeAddresses'), links.addresses),
];

const contact = (language: Language, { buyer, entered, links }: Details): readonly Element[] => [
  subheading(say(language, 'invoiceContact')),
  textInput({ id: 'taxId', label: say(language, 'taxId'), value: entered?.taxId ?? buyer.taxId }),
  link(say(language, 'aboutTaxId'), links.taxId),
  textInput({
    id: 'contactName',
    label: say(language, 'contactName'),
    value: entered?.contactName ?? buyer.contact.name,
    missing: say(language, 'contactNameMissing'),
  }),
  textInput({
    id: 'contactEmail',
    label: say(language, 'contactEmail'),
    value: entered?.contactEmail ?? buyer.contact.email,
    style: 'email',
    missing: say(language, 'contactEmailMissing'),
  }),
  textInput({
    id: 'contactPhone',
    label: say(language, 'contactPhone'),
    value: entered?.contactPhone ?? buyer.contact.phone,
    style: 'tel',
    missing: say(language, 'contactPhoneMissing'),
  }),
];

/**
 * The method that is chosen as long as nobody has chosen: the transfer where it is offered, since nobody has to leave
 * Teams for it.
 */
export const chosenMethod = (
  offered: readonly PaymentMethod[],
  entered: EnteredDetails | undefined,
): PaymentMethod | undefined =>
  offered.find((method) => method === entered?.method) ??
  offered.find((method) => method === 'transfer') ??
  offered[0];

const choosable = ({ methods }: Details): readonly PaymentMethod[] =>
  methods.filter(({ off }) => off === undefined).map(({ method }) => method);

/** A choice can't be shown as off, so what is off is a line below the choice, with the reason. */
const payment = (language: Language, details: Details): readonly Element[] => {
  const offered = choosable(details);
  const { entered, methods } = details;
  const chosen = chosenMethod(offered, entered);
  const off = methods.flatMap(({ method, off: why }) =>
    why ? [note(say(language, `methodOff.${why}`, { method: say(language, `method.${method}`) }))] : [],
  );
  if (chosen === undefined) return [...off, text(say(language, 'noMethod'), { weight: 'bolder' })];
  const choices = offered.map((method) => ({ title: say(language, `method.${method}`), value: method }));
  const input = {
    id: 'method',
    label: say(language, 'selectPayment'),
    missing: say(language, 'methodMissing'),
  };
  return [choiceInput(input, choices, chosen), ...off];
};

/** "Purchase details": who buys, what, at which price, and how it will be paid. */
export const detailsCard = (language: Language, details: Details): Card => {
  const title = say(language, 'purchaseDetails');
  return card(
    `${title}: ${say(language, `membership.${details.offer.level}`)}, ${details.competency.name}`,
    [
      heading(title),
      ...problemList(details.problems.map((problem) => refusalText(language, problem))),
      ...organisation(language, details),
      ...contact(language, details),
      ...purchase(language, details),
      ...payment(language, details),
    ],
    [
      ...(choosable(details).length === 0
        ? []
        : [
            submit(
              say(language, 'next'),
              { action: 'next', nonce: details.nonce },
              { inputs: true, style: 'positive' },
            ),
          ]),
      stopButton(language),
    ],
  );
};
