import type { Route } from '../../bot/http/exchange.ts';
import type { CompanionPage } from '../companion/bundle.ts';
import { pageRoutes } from './page.ts';
import type { LocalParts } from './parts.ts';
import { talkRoutes } from './talk.ts';
import { worldRoutes } from './world.ts';

/** Everything under `/local`, which only local mode has. */
export const localRoutes = (parts: LocalParts, page: CompanionPage): readonly Route[] => [
  ...pageRoutes(parts, page),
  ...talkRoutes(parts),
  ...worldRoutes(parts),
];
