import type { Language, LinkName } from '../membership/rules/catalogue.ts';
import { languages } from '../membership/rules/catalogue.ts';
import { feeButton, helpButton, languageButton, offersButton, purchasedButton } from './buttons.ts';
import {
  card,
  heading,
  submit,
  text,
  type Action,
  type Card,
  type Element,
  type SubmitAction,
} from './elements.ts';
import { askButtons, roleLines, type Askable } from './role-ask.ts';
import { say } from './say.ts';

export interface Welcome {
  readonly name: string;
  readonly organisation: string;
  readonly mayBuy: boolean;
  readonly globalAdmins: readonly string[];
  /** Of them, who can be reached; for those without a role. */
  readonly askable?: readonly Askable[] | undefined;
  readonly links: Readonly<Record<LinkName, string>>;
}

/** Where everything begins. Who may not buy has nothing to look up among what was purchased. */
export const menuButtons = (language: Language, mayBuy: boolean): readonly SubmitAction[] => [
  offersButton(language),
  ...(mayBuy ? [purchasedButton(language)] : []),
  feeButton(language),
  helpButton(language),
  languageButton(language),
];

type Reader = Pick<Welcome, 'mayBuy' | 'globalAdmins' | 'askable' | 'links'>;

/** To someone without a role: which is needed, and whom to ask. */
export const needsRoleLines = (language: Language, who: Reader): readonly Element[] =>
  who.mayBuy ? [] : roleLines(language, { ...who, askable: who.askable ?? [] });
export const askingButtons = (
  language: Language,
  { mayBuy, askable = [] }: Pick<Reader, 'mayBuy' | 'askable'>,
): readonly Action[] => (mayBuy ? [] : askButtons(language, askable));

/** Said once: what the bot can do, and where to begin. */
export const welcomeCard = (language: Language, welcome: Welcome): Card => {
  const hello = say(language, 'hello', { name: welcome.name });
  return card(
    hello,
    [
      heading(hello),
      text(say(language, 'whatICanDo', { organisation: welcome.organisation })),
      ...needsRoleLines(language, welcome),
      text(say(language, 'typeInstead'), { isSubtle: true }),
    ],
    [...askingButtons(language, welcome), ...menuButtons(language, welcome.mayBuy)],
  );
};

/** What next? */
export const menuCard = (language: Language, who: { readonly mayBuy: boolean }): Card => {
  const question = say(language, 'whatNext');
  return card(question, [text(question, { weight: 'bolder' })], menuButtons(language, who.mayBuy));
};

const ownNames = { en: 'English', nl: 'Nederlands', sv: 'Svenska' } as const satisfies Record<
  Language,
  string
>;

/** Three buttons, each in its own language, and the question in all three: the reader may not read the present one. */
export const languageCard = (language: Language): Card =>
  card(
    say(language, 'chooseLanguage'),
    [language, ...languages.filter((other) => other !== language)].map((asked, index) =>
      text(say(asked, 'chooseLanguage'), index === 0 ? { weight: 'bolder' } : { spacing: 'small' }),
    ),
    languages.map((offered) => submit(ownNames[offered], { action: 'language', language: offered })),
  );
