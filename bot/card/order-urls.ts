import type { OrderUrls } from '../../dialogs/turn.ts';
import type { AadObjectId, MpnId } from '../../membership/rules/ids.ts';
import type { SignedLinks } from '../links/signed-links.ts';

/** The links that a person's cards carry: short-lived, and good for them and what they name alone. */
export const orderUrls =
  (links: SignedLinks, offersCard: boolean) =>
  (partner: MpnId, person: AadObjectId): OrderUrls => ({
    pay: (order) => (offersCard ? links.make({ purpose: 'pay', partner, order, person }) : undefined),
    receipt: (order) => links.make({ purpose: 'receipt', partner, order, person }),
    calendar: (subject) => links.make({ purpose: 'calendar', partner, subject, person }),
  });
