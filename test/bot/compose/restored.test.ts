import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Chance } from '../../../membership/ports.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { demoImport } from '../../../playground/demo/partners.ts';
import { dana } from '../../../playground/demo/people.ts';
import type { Store } from '../../../store/contract.ts';
import { openStore } from '../../../store/lowdb/open.ts';
import { all } from '../../store/contract/place.ts';
import { newDatabase } from '../../store/databases.ts';
import { realCatalogue, testBot, testChance } from '../../support/bot.ts';
import { day } from '../../support/partner.ts';
import { ordersOf } from '../../talks/orders.ts';
import { today } from '../../talks/table.ts';
import { accept, buy, chatOf } from '../turns/demo.ts';

const manual = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');

/** Something of the manual, as it stands there. */
const inManual = (pattern: RegExp): string =>
  pattern.exec(manual)?.[1] ?? assert.fail(`the manual has no ${String(pattern)}`);

type Due = (partner: Partner) => ReturnType<typeof nextDue>;

/** Where a bot keeps what it has. */
interface Place {
  open(): Promise<Store>;
  /** While no store has it open. */
  backUp(): Promise<void>;
  /** What the backup brings back; `lost` are lines of the manual's list, an order number and its MPN ID each. */
  openRestored(lost: readonly string[]): Promise<Store>;
  remove(): Promise<void>;
}

const inFolder = async (dueAt: Due): Promise<Place> => {
  const place = await mkdtemp(join(tmpdir(), 'restored-'));
  const [folder, to] = [join(place, 'data'), join(place, 'backup')];
  const commands = inManual(/```sh\n(# backup:[^]*?)```/);
  return {
    open: () => openStore({ folder, dueAt }),
    backUp: async () => {
      const env = { ...process.env, DATA_DIR: folder, TO: to };
      await promisify(execFile)('sh', ['-eu', '-c', commands], { env });
    },
    openRestored: async (lost) => {
      await writeFile(join(to, 'lost-orders.txt'), lost.join('\n'));
      return openStore({ folder: to, dueAt });
    },
    remove: () => rm(place, { recursive: true }),
  };
};

const asking = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

/** `pg_dump` is not among what this project brings; the server's own copy of a database stands in for it. */
const inDatabase = async (dueAt: Due): Promise<Place> => {
  const database = await newDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const restored = database.url.replace(name, `${name}_restored`);
  const server = database.url.replace(name, 'postgres');
  return {
    open: () => database.open({ dueAt }),
    backUp: () => asking(server, `CREATE DATABASE ${name}_restored TEMPLATE ${name}`),
    openRestored: async (lost) => {
      const rows = lost.map(
        (line) =>
          `(${line
            .split(' ')
            .map((part) => `'${part}'`)
            .join(', ')})`,
      );
      await asking(
        restored,
        inManual(/-c '(CREATE TEMP TABLE lost[^']*)'/),
        `INSERT INTO lost VALUES ${rows.join(', ')}`,
        inManual(/-c '(INSERT INTO order_number[^']*)'/),
      );
      return database.open({ url: restored, dueAt });
    },
    remove: async () => {
      await asking(server, `DROP DATABASE ${name}_restored`);
      await database.remove();
    },
  };
};

/** A bot on a place of its own, which may be exchanged while it is stopped. */
const botOn = async (place: Place, chance: Chance) => {
  let store = await place.open();
  let exchange = (): Promise<Store> => Promise.reject(new Error('nothing to go on with'));
  const around = (own: Store): Store => ({
    ...store,
    close: async () => {
      await Promise.all([store.close(), own.close()]);
      store = await exchange();
    },
  });
  const bot = await testBot({ partners: demoImport(day(today)), around, chance });
  return {
    bot,
    /** @param work what is done while it is stopped; gives the store to go on with */
    restart: (work: () => Promise<Store>): Promise<void> => {
      exchange = work;
      return bot.restart();
    },
    stop: () => {
      exchange = () => Promise.resolve(store);
      return bot.stop();
    },
  };
};

/** Draws that can be made a second time. */
const drawingAgain = (): { readonly chance: Chance; readonly again: () => void } => {
  const ids = testChance();
  let draws = testChance();
  return {
    chance: { ...ids, random: () => draws.random() },
    again: () => {
      draws = testChance();
    },
  };
};

describe('a bot on a restored backup', () => {
  for (const [where, placeFor] of [
    ['of the folder', inFolder],
    ['of the database', inDatabase],
  ] as const)
    it(`${where} has what it had, goes on with a talk that was open, and gives no lost number again`, async () => {
      const catalogue = await realCatalogue();
      const place = await placeFor((partner) => nextDue(catalogue, partner));
      const { chance, again } = drawingAgain();
      const { bot, restart, stop } = await botOn(place, chance);
      try {
        const [alex, theirs] = [chatOf(bot), chatOf(bot, dana)];
        await theirs.say('cloud platform');
        await theirs.say('subscribe gold');
        await theirs.press('Next');
        const before = await all(bot.app.store);
        await restart(async () => {
          await place.backUp();
          return place.open();
        });
        again();
        const lost = await buy(bot, alex);

        await restart(() => place.openRestored([`${lost.number} 6234461`]));
        assert.deepEqual(await all(bot.app.store), before);
        again();
        await theirs.press('Submit', accept);
        const [order] = await ordersOf(bot, dana.tenantId);
        assert.match(theirs.last(), new RegExp(order!.number));
        assert.notEqual(order!.number, lost.number);
      } finally {
        await stop();
        await place.remove();
      }
    });
});
