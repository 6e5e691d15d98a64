import { helpCard } from '../../../cards/help.ts';
import { usedCard } from '../../../cards/used.ts';
import { languageCard, menuCard, welcomeCard } from '../../../cards/welcome.ts';
import { links } from '../fixtures.ts';
import { askable } from './roles.ts';
import { type Variant, variant } from './variant.ts';

const who = { mayBuy: true, globalAdmins: [], links };
/** The welcome, the menu, help, and used cards. */
export const startCards: readonly Variant[] = [
  variant('welcome', (language) =>
    welcomeCard(language, { name: 'Anna de Vries', organisation: 'Fabrikam B.V.', ...who }),
  ),
  variant('welcome, no role', (language) =>
    welcomeCard(language, {
      ...who,
      name: 'Gast',
      organisation: 'Fabrikam B.V.',
      mayBuy: false,
      globalAdmins: ['Anna de Vries'],
      askable,
    }),
  ),
  variant('welcome, no role, nobody to ask', (language) =>
    welcomeCard(language, { ...who, name: 'Gast', organisation: 'Fabrikam B.V.', mayBuy: false }),
  ),
  variant('menu', (language) => menuCard(language, { mayBuy: true })),
  variant('menu, no role', (language) => menuCard(language, { mayBuy: false })),
  variant('language', (language) => languageCard(language)),
  variant('help', (language) => helpCard(language, who)),
  variant('help, local, no role', (language) =>
    helpCard(language, { ...who, mayBuy: false, localPage: 'http://localhost:3978/local?person=anna(1)' }),
  ),
  variant('used', (language) => usedCard(language, { title: 'Data Analytics' })),
  variant('used, with facts', (language) =>
    usedCard(language, { title: 'Data Analytics', facts: [['Status', 'OK']], text: 'x' }),
  ),
];
