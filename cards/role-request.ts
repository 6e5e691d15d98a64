import type { Day } from '../membership/rules/calendar.ts';
import type { Language, Role } from '../membership/rules/catalogue.ts';
import type { RequestId } from '../membership/rules/ids.ts';
import type { AnswerSeen } from '../membership/rules/role-request.ts';
import { offersButton, rolesButton } from './buttons.ts';
import { banner, card, facts, heading, note, submit, text, type Card, type Element } from './elements.ts';
import { showDay } from './format.ts';
import { choiceInput, type Input } from './inputs.ts';
import { allowedText, answerText, roleName } from './role-sentences.ts';
import { say } from './say.ts';

/** The roles that may be given, and what each allows. */
export interface RoleChoice {
  readonly roles: readonly Role[];
  readonly rolesThatBuy: readonly Role[];
}

/** Nobody is given more than is needed by not looking: what stands chosen is the least that buys. */
export const roleInput = (language: Language, { roles, rolesThatBuy }: RoleChoice): Input =>
  choiceInput(
    { id: 'role', label: say(language, 'whichRole'), missing: say(language, 'chooseRole') },
    roles.map((role) => ({
      title: `${roleName(language, role)}: ${allowedText(language, rolesThatBuy, [role])}`,
      value: role,
    })),
    roles.find((role) => role === 'mpnPartnerAdmin'),
  );

/** A request as the person who was asked sees it. */
export interface RequestView extends RoleChoice {
  readonly request: RequestId;
  readonly name: string;
  readonly email?: string | undefined;
  /** Of the partner's people; `unlisted` where none of them. */
  readonly standing: 'member' | 'guest' | 'unlisted';
  readonly organisation: string;
  readonly askedOn: Day;
}

const standingLine = (language: Language, { standing }: RequestView): readonly Element[] => {
  switch (standing) {
    case 'member':
      return [];
    case 'guest':
      return [text(say(language, 'isGuest'), { spacing: 'small' })];
    case 'unlisted':
      return [text(say(language, 'isNotListed'), { spacing: 'small' })];
  }
};

/** To the person who was asked: who asks, and the answer. */
export const requestCard = (language: Language, view: RequestView): Card => {
  const { request, name, email, organisation, askedOn } = view;
  const title = say(language, 'asksForRole', { name });
  return card(
    title,
    [
      heading(title),
      text(say(language, 'wantsToBuy', { organisation })),
      facts(
        [say(language, 'personName'), name],
        email === undefined ? undefined : [say(language, 'personEmail'), email],
        [say(language, 'askedOn'), showDay(language, askedOn)],
      ),
      ...standingLine(language, view),
      note(say(language, 'nameFromTeams')),
      roleInput(language, view),
    ],
    [
      submit(
        say(language, 'grantRole'),
        { action: 'grantRequest', request },
        { inputs: true, style: 'positive' },
      ),
      submit(say(language, 'declineRole'), { action: 'declineRequest', request }),
    ],
  );
};

/** To the person who asks: whom, and what comes next. */
export const askedCard = (language: Language, { of }: { readonly of: string }): Card => {
  const words = `✔ ${say(language, 'hasBeenAsked', { name: of })}`;
  return card(words, [text(words, { weight: 'bolder' }), text(say(language, 'answerComes'))]);
};

/** What an admin's card becomes: who answered, how and when. */
export const answeredCard = (language: Language, answer: AnswerSeen): Card => {
  const words = `${answer.role === undefined ? '✖' : '✔'} ${answerText(language, answer)}`;
  return card(words, [text(words, { weight: 'bolder' })]);
};

/** The answer to the person who asked, with what they can do now. */
export const answerCard = (
  language: Language,
  {
    answer,
    held,
    rolesThatBuy,
  }: { readonly answer: AnswerSeen; readonly held: readonly Role[] } & Omit<RoleChoice, 'roles'>,
): Card => {
  const words = answerText(language, answer);
  const what = allowedText(language, rolesThatBuy, held);
  return answer.role === undefined
    ? card(
        words,
        [text(`✖ ${words}`, { weight: 'bolder' }), text(say(language, 'stillLook'))],
        [rolesButton(language)],
      )
    : card(
        words,
        [
          banner('good', text(`✔ ${words}`, { weight: 'bolder' })),
          text(say(language, 'youMayNow', { what })),
        ],
        [offersButton(language)],
      );
};
