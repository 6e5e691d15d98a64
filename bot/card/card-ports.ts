import { say } from '../../cards/say.ts';
import { named } from '../../dialogs/views.ts';
import type { CardPorts } from '../../membership/deeds/card-ports.ts';
import type { DeedPorts } from '../../membership/deeds/perform.ts';
import type { CardGateway, ReadCardNews } from '../../membership/gateway-ports.ts';
import type { OrderPurpose } from '../links/claims.ts';
import type { SignedLinks } from '../links/signed-links.ts';

/** The gateway as this deployment reaches it. */
export interface CardMeans {
  readonly gateway: CardGateway;
  /** Reads what the gateway posts, unparsed, by its signature. */
  readonly readNews: (body: Uint8Array, signature: string | undefined) => ReadCardNews;
  /** Real money, or the gateway's test mode. */
  readonly live: boolean;
  /** Where the gateway's hosted pages are, as sources of a content security policy. */
  readonly pages: () => readonly string[];
}

/** The deeds' ports; what the page says and where it leads back to follow from the attempt alone. */
export const cardPorts = (deeds: DeedPorts, { gateway, live }: CardMeans, links: SignedLinks): CardPorts => ({
  ...deeds,
  gateway,
  live,
  pageOf: ({ mpnId }, order, { language, startedAt }) => {
    const link = (purpose: OrderPurpose): string =>
      links.make({ purpose, partner: mpnId, order: order.number, person: order.placedBy }, startedAt);
    const { name } = named(deeds.catalogue, order.competency);
    return {
      title: `${say(language, `membership.${order.level}`)}, ${name}`,
      returnUrl: link('return'),
      cancelUrl: link('cancelled'),
    };
  },
});
