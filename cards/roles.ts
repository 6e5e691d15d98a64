import {
  roles as everyRole,
  type Language,
  type LinkName,
  type Role,
} from '../membership/rules/catalogue.ts';
import type { AadObjectId, CommandId } from '../membership/rules/ids.ts';
import { offersButton } from './buttons.ts';
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
  type Action,
  type Card,
  type Element,
} from './elements.ts';
import { oneLine } from './format.ts';
import { listInput } from './inputs.ts';
import { askButtons, roleLines, type Askable } from './role-ask.ts';
import { roleInput } from './role-request.ts';
import { allowedText, roleName } from './role-sentences.ts';
import { say } from './say.ts';

/** The form in which an admin gives a colleague a role. */
export interface GrantForm {
  readonly nonce: CommandId;
  readonly roles: readonly Role[];
  /** Who lacks one of them. */
  readonly colleagues: readonly { readonly id: AadObjectId; readonly name: string }[];
  /** Who was chosen before. */
  readonly chosen?: AadObjectId | undefined;
  readonly problems: readonly string[];
}

/** Who may do what, from one person's view. */
export interface Roles {
  readonly held: readonly Role[];
  readonly mayBuy: boolean;
  readonly rolesThatBuy: readonly Role[];
  readonly globalAdmins: readonly string[];
  readonly askable: readonly Askable[];
  readonly links: Readonly<Record<LinkName, string>>;
  /** For those who may give a role. */
  readonly form?: GrantForm | undefined;
}

const ownFacts = (language: Language, { held, rolesThatBuy, globalAdmins }: Roles): Element =>
  facts(
    [
      say(language, 'yourRoles'),
      held.map((role) => roleName(language, role)).join(', ') || say(language, 'noRole'),
    ],
    [say(language, 'youMay'), allowedText(language, rolesThatBuy, held)],
    globalAdmins.length > 0 ? [say(language, 'globalAdmins'), globalAdmins.join(', ')] : undefined,
  );

const allowed = (language: Language, { rolesThatBuy }: Roles): readonly Element[] => [
  subheading(say(language, 'whatRolesAllow')),
  facts(
    ...everyRole.map(
      (role) => [roleName(language, role), allowedText(language, rolesThatBuy, [role])] as const,
    ),
  ),
];

const grantForm = (language: Language, { form, rolesThatBuy }: Roles): readonly Element[] => {
  if (!form) return [];
  const { roles, colleagues, chosen, problems } = form;
  const title = subheading(say(language, 'giveColleague'));
  const others = note(say(language, 'notInTheList'));
  if (colleagues.length === 0) return [title, text(say(language, 'everybodyHas')), others];
  return [
    title,
    ...problemList(problems),
    listInput(
      { id: 'to', label: say(language, 'colleague'), missing: say(language, 'chooseColleague') },
      colleagues.map(({ id, name }) => ({ title: oneLine(name) || id, value: id })),
      chosen,
    ),
    roleInput(language, { roles, rolesThatBuy }),
    others,
  ];
};

const buttons = (language: Language, { form, askable, mayBuy }: Roles): readonly Action[] => [
  ...(form && form.colleagues.length > 0
    ? [
        submit(
          say(language, 'grantRole'),
          { action: 'grantRole', nonce: form.nonce },
          { inputs: true, style: 'positive' },
        ),
      ]
    : []),
  ...(mayBuy ? [] : askButtons(language, askable)),
  offersButton(language),
];

/** My roles, who the global admins are, and asking for a role or giving one. */
export const rolesCard = (language: Language, view: Roles): Card =>
  card(
    say(language, 'roles'),
    [
      heading(say(language, 'roles')),
      ownFacts(language, view),
      ...(view.mayBuy ? [] : roleLines(language, view)),
      ...allowed(language, view),
      link(say(language, 'link.roles'), view.links.roles),
      ...grantForm(language, view),
    ],
    buttons(language, view),
  );
