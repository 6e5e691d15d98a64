import type { DeskUrls } from '../../dialogs/desk/turn.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { SignedLinks } from '../links/signed-links.ts';

/** The links that an operator's cards carry: short-lived, and good for them and what they name alone. */
export const deskUrls =
  (links: Pick<SignedLinks, 'make'>) =>
  (operator: PersonId): DeskUrls => ({
    proof: (partner, order, hash) => links.make({ purpose: 'proof', operator, partner, order, hash }),
    export: () => links.make({ purpose: 'export', operator }),
  });
