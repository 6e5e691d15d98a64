import { linkNames, type Language, type LinkName } from '../membership/rules/catalogue.ts';
import { card, facts, heading, link, subheading, text, type Card, type Element } from './elements.ts';
import { rolesButton } from './buttons.ts';
import type { Askable } from './role-ask.ts';
import { say } from './say.ts';
import { askingButtons, menuButtons, needsRoleLines } from './welcome.ts';

export interface Help {
  readonly mayBuy: boolean;
  readonly globalAdmins: readonly string[];
  /** Of them, who can be reached; for those without a role. */
  readonly askable?: readonly Askable[] | undefined;
  readonly links: Readonly<Record<LinkName, string>>;
  /** The companion page; local mode only. */
  readonly localPage?: string | undefined;
}

const forAll = ['offers', 'fee'] as const;
const forBuyers = [
  'offers',
  'orders',
  'fee',
  'proof',
  'cancel',
  'receipt',
  'renew',
  'refund',
  'reminders',
] as const;
const always = ['roles', 'stop', 'language'] as const;

const typedWords = (language: Language, mayBuy: boolean): Element =>
  facts(
    [say(language, 'competencyName'), say(language, 'competencyNameDoes')],
    ...[...(mayBuy ? forBuyers : forAll), ...always].map(
      (word) => [say(language, `typed.${word}`), say(language, `does.${word}`)] as const,
    ),
    mayBuy ? [say(language, 'anOrderNumber'), say(language, 'orderNumberDoes')] : undefined,
  );

const links = (language: Language, help: Help): readonly Element[] => [
  ...linkNames.map((name) => link(say(language, `link.${name}`), help.links[name])),
  ...(help.localPage === undefined ? [] : [link(say(language, 'localPage'), help.localPage)]),
];

/** What can be typed, where more is written, and what to do next. */
export const helpCard = (language: Language, help: Help): Card =>
  card(
    say(language, 'help'),
    [
      heading(say(language, 'help')),
      ...needsRoleLines(language, help),
      subheading(say(language, 'whatYouCanType')),
      typedWords(language, help.mayBuy),
      subheading(say(language, 'readMore')),
      ...links(language, help),
      subheading(say(language, 'nextSteps')),
      text(say(language, help.mayBuy ? 'nextStepsBuy' : 'nextStepsNoRole')),
    ],
    [
      ...askingButtons(language, help),
      ...menuButtons(language, help.mayBuy).filter(({ data }) => data.action !== 'help'),
      rolesButton(language),
    ],
  );
