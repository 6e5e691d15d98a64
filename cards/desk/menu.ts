import type { Language } from '../../membership/rules/catalogue.ts';
import { matterKinds, type MatterKind } from '../../membership/rules/matters.ts';
import { languageButton } from '../buttons.ts';
import {
  card,
  facts,
  heading,
  link,
  row,
  subheading,
  submit,
  text,
  type Card,
  type SubmitAction,
} from '../elements.ts';
import { textInput } from '../inputs.ts';
import { say } from '../say.ts';
import { deskButton } from './buttons.ts';
import { exportButton } from './export.ts';

const helpButtons = (language: Language): readonly SubmitAction[] => [
  submit(say(language, 'help'), { action: 'desk', desk: 'help' }),
  languageButton(language),
];

/**
 * The desk: its lists with how much is on each, and the search.
 * @param csv where every order is exported
 */
export const deskCard = (
  language: Language,
  counts: Readonly<Record<MatterKind, number>>,
  csv: string,
): Card =>
  card(
    say(language, 'counted', { title: say(language, 'list.proof'), count: counts.proof }),
    [
      heading(say(language, 'deskTitle')),
      text(say(language, 'deskHello')),
      ...matterKinds.map((list) =>
        row(say(language, 'counted', { title: say(language, `list.${list}`), count: counts[list] }), {
          action: 'desk',
          desk: 'list',
          list,
        }),
      ),
      textInput({ id: 'query', label: say(language, 'searchFor') }),
    ],
    [
      submit(say(language, 'search'), { action: 'desk', desk: 'search' }, { inputs: true }),
      submit(say(language, 'queueStart'), { action: 'desk', desk: 'queue' }, { style: 'positive' }),
      exportButton(language, csv),
      ...helpButtons(language),
    ],
  );

/** Said once: where an operator is, and where to begin. The desk itself comes when it is asked for. */
export const deskWelcomeCard = (language: Language): Card => {
  const title = say(language, 'deskTitle');
  return card(
    title,
    [heading(title), text(say(language, 'operatorHere'))],
    [
      deskButton(language),
      submit(say(language, 'queueStart'), { action: 'desk', desk: 'queue' }),
      ...helpButtons(language),
    ],
  );
};

const typed = ['queue', 'desk', 'export', 'language'] as const;

/** What operators can type. */
export const deskHelpCard = (language: Language, localPage: string | undefined): Card =>
  card(
    say(language, 'help'),
    [
      heading(say(language, 'help')),
      text(say(language, 'operatorHere')),
      text(say(language, 'deskHelpRest')),
      subheading(say(language, 'whatYouCanType')),
      facts(
        ...typed.map((word) => [say(language, `typed.${word}`), say(language, `does.${word}`)] as const),
        [say(language, 'orderOrPartner'), say(language, 'orderOrPartnerDoes')],
      ),
      ...(localPage === undefined ? [] : [link(say(language, 'localPage'), localPage)]),
    ],
    [deskButton(language), languageButton(language)],
  );
