import { digestNow } from '../../dialogs/desk/digest.ts';
import type { DeskPorts } from '../../dialogs/desk/turn.ts';
import { dayOf } from '../../membership/rules/calendar.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { Store } from '../../store/contract.ts';
import type { House } from '../house.ts';
import type { Route } from '../http/exchange.ts';
import type { SignedLinks } from '../links/signed-links.ts';
import type { NotifierParts } from '../messages/notifier.ts';
import type { Reach } from '../messages/reach.ts';
import type { Log } from '../observe/log.ts';
import { tracedRoute } from '../observe/traced.ts';
import type { Beside } from '../schedule.ts';
import { deskUrls } from './desk-urls.ts';
import { dailyDigest } from './digest.ts';
import { ordersCsv } from './export-csv.ts';
import { keptProof } from './kept-proof.ts';
import { refreshDesk } from './refresh-desk.ts';
import { deskRoutes } from './routes.ts';

export interface DeskRoomParts {
  readonly operators: readonly PersonId[];
  readonly desk: DeskPorts;
  readonly store: Pick<Store, 'chats' | 'proofs' | 'parked' | 'damaged'>;
  readonly links: SignedLinks;
  /** Tells one build of the pages' script and style from another. */
  readonly version: string;
  readonly reach: Reach;
  readonly log: Log;
  readonly fault: (error: unknown) => void;
}

/** Everything about the operators' desk that is not a turn: their links and files, their cards, the daily digest. */
export interface DeskRoom {
  readonly isOperator: House['isOperator'];
  readonly urls: House['deskUrls'];
  readonly refresh: NotifierParts['atDesk'];
  readonly routes: readonly Route[];
  readonly digest: Beside;
}

const operatorsAmong = (operators: readonly PersonId[]): House['isOperator'] => {
  const known = new Set(operators.map(({ tenantId, aadObjectId }) => `${tenantId}/${aadObjectId}`));
  return ({ tenantId, aadObjectId }) => known.has(`${tenantId}/${aadObjectId}`);
};

export const deskRoom = (parts: DeskRoomParts): DeskRoom => {
  const { operators, desk, store, links, version, reach, log, fault } = parts;
  const { partners, clock, catalogue } = desk;
  const { chats, proofs, parked } = store;
  const isOperator = operatorsAmong(operators);
  const urls = deskUrls(links);
  return {
    isOperator,
    urls,
    refresh: refreshDesk({ operators, chats, reach, desk, deskUrls: urls }),
    routes: deskRoutes({
      links,
      version,
      isOperator,
      proof: (claim) => keptProof({ partners, proofs }, claim),
      csv: () => ordersCsv(partners, clock),
      today: () => dayOf(clock.now()),
      log,
    }).map(tracedRoute),
    digest: dailyDigest({
      operators,
      catalogue,
      chats,
      reach,
      gather: () => digestNow({ desk, parked, damaged: () => store.damaged(), fault }),
      fault,
    }),
  };
};
