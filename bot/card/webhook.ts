import type { Accepted } from '../../membership/deeds/settle-charge.ts';
import { receiveOrPark, type ParkingPorts } from '../../membership/deeds/receive-card-news.ts';
import type { Route } from '../http/exchange.ts';
import { problem } from '../http/exchange.ts';
import type { Log } from '../observe/log.ts';
import type { CardMeans } from './card-ports.ts';

export interface WebhookParts {
  readonly ports: ParkingPorts;
  readonly readNews: CardMeans['readNews'];
  /** Tells people what came of it, behind the answer. */
  readonly tell: (outcome: Accepted) => void;
  readonly log: Pick<Log, 'event' | 'warning'>;
}

/** The gateway's way in: acknowledged when the effect, or the news themselves, are safe on disk. */
export const webhookRoute = ({ ports, readNews, tell, log }: WebhookParts): Route => ({
  method: 'POST',
  path: '/webhooks/stripe',
  handle: async (request) => {
    const read = readNews(await request.bytes(), request.header('stripe-signature'));
    switch (read.kind) {
      case 'forged':
        log.warning('card.forged');
        return problem(400, 'signature');
      case 'ignored':
        return { status: 200 };
      case 'news': {
        const outcome = await receiveOrPark(ports, read.id, read.news);
        log.event(outcome.kind === 'done' ? `card.${read.news.kind}` : 'card.parked');
        if (outcome.kind === 'done') tell(outcome.outcome);
        return { status: 200 };
      }
    }
  },
});
