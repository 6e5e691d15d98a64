import { jsonAnswer, type HttpAnswer, type HttpRequest, type Route } from '../../bot/http/exchange.ts';
import type { CompanionPage } from '../companion/bundle.ts';
import { ordersShown, type OrderShown } from '../overview.ts';
import { findPerson } from '../people.ts';
import type { ChatItem } from '../chats.ts';
import { wrong } from './answers.ts';
import type { LocalParts } from './parts.ts';

/** What the companion page shows beside the chat. */
export interface StateShown {
  readonly now: string;
  readonly people: readonly {
    readonly key: string;
    readonly name: string;
    readonly about: string;
    readonly organisation: string;
  }[];
  readonly orders: readonly OrderShown[];
  /** The person whose chat is in the Agents Playground, and where that is. */
  readonly playground?: { readonly person: string; readonly page: string } | undefined;
}

/** What has changed in a chat since the version that the page has. */
export interface ChatShown {
  readonly version: number;
  readonly typing: boolean;
  readonly items: readonly ChatItem[];
}

/** The page runs its own script alone, and shows pictures that cards bring. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  'img-src https: http: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const asset = (path: string, type: string, body: string): Route => ({
  method: 'GET',
  path,
  hosts: 'loopback',
  handle: () => ({
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy },
    body,
  }),
});

const state = async (parts: LocalParts): Promise<StateShown> => {
  const { bot, clock, people } = parts;
  const playground = parts.playground();
  const now = clock.now();
  return {
    now,
    people: people.map(({ key, name, about, organisation }) => ({ key, name, about, organisation })),
    orders: await ordersShown(bot, now),
    playground: playground && { person: playground.person.key, page: playground.page },
  };
};

const chat = async (parts: LocalParts, request: HttpRequest): Promise<HttpAnswer> => {
  const text = request.query.get('person') ?? '';
  const person = await findPerson(parts.bot, parts.people, text);
  if (!person) return wrong(`Nobody here is called "${text}".`);
  const { version, typing, items } = parts.chats.read(parts.speaking.conversationOf(person));
  const after = Number(request.query.get('after') ?? '0');
  const shown: ChatShown = { version, typing, items: items.filter((item) => item.version > after) };
  return jsonAnswer(200, shown);
};

/** The companion page and what it asks for. */
export const pageRoutes = (parts: LocalParts, page: CompanionPage): readonly Route[] => [
  asset('/local', 'text/html', page.html),
  asset('/local/page.js', 'text/javascript', page.script),
  asset('/local/page.css', 'text/css', page.style),
  {
    method: 'GET',
    path: '/local/state',
    hosts: 'loopback',
    handle: async () => jsonAnswer(200, await state(parts)),
  },
  { method: 'GET', path: '/local/chat', hosts: 'loopback', handle: (request) => chat(parts, request) },
];
