import type { Day } from '../membership/rules/calendar.ts';
import type { Language, LinkName } from '../membership/rules/catalogue.ts';
import type { AadObjectId, CommandId } from '../membership/rules/ids.ts';
import { card, link, submit, text, type Action, type Card, type Element } from './elements.ts';
import { oneLine, showDay } from './format.ts';
import { say } from './say.ts';
import { roleText } from './sentences.ts';

/** A global admin who can be reached. */
export interface Askable {
  readonly id: AadObjectId;
  readonly name: string;
  /** The asking's own id: pressed twice, it asks once. */
  readonly command: CommandId;
  /** They were asked and have not answered. */
  readonly askedOn?: Day | undefined;
}

/** Whom somebody without a role can turn to. */
export interface RoleHelp {
  readonly globalAdmins: readonly string[];
  readonly askable: readonly Askable[];
  readonly links: Readonly<Record<LinkName, string>>;
}

/** What a button's title may hold of a name. */
const mostOfName = 40;

const shortened = (name: string): string => {
  const whole = oneLine(name);
  return whole.length > mostOfName ? `${whole.slice(0, mostOfName)}…` : whole;
};

/** One button for each global admin who can be asked and was not yet. */
export const askButtons = (language: Language, askable: readonly Askable[]): readonly Action[] =>
  askable
    .filter(({ askedOn }) => askedOn === undefined)
    .map(({ id, name, command }) =>
      submit(say(language, 'askPerson', { name: shortened(name) }), { action: 'askRole', of: id, command }),
    );

/** Who was asked already; the link where nobody can be reached. */
export const askLines = (
  language: Language,
  { globalAdmins, askable, links }: RoleHelp,
): readonly Element[] => {
  const waiting = askable.flatMap(({ name, askedOn }) =>
    askedOn === undefined ? [] : [say(language, 'askedBefore', { name, day: showDay(language, askedOn) })],
  );
  if (askable.length > 0) return waiting.map((words) => text(words, { spacing: 'small' }));
  return [
    ...(globalAdmins.length > 0 ? [text(say(language, 'nobodyReachable'), { spacing: 'small' })] : []),
    link(say(language, 'link.findGlobalAdmin'), links.findGlobalAdmin),
  ];
};

/** To someone without a role: which is needed, and whom to ask. */
export const roleLines = (language: Language, help: RoleHelp): readonly Element[] => [
  text(roleText(language, help.globalAdmins), { weight: 'bolder' }),
  ...askLines(language, help),
];

/** Why something was refused to somebody without a role, and the way to get one. */
export const notAuthorisedCard = (language: Language, help: RoleHelp): Card =>
  card(say(language, 'needsRole'), roleLines(language, help), askButtons(language, help.askable));
