import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { LinkClaim } from '../../../bot/links/claims.ts';
import { signedLinks } from '../../../bot/links/signed-links.ts';
import { currentPerson, operator, stranger } from '../../../playground/demo/people.ts';
import { jpeg, png } from '../../payments/proof/pictures.ts';
import type { TestBot } from '../../support/bot.ts';
import { atDeskInEachLanguage, deskOn, handedIn, oscar, withDesk } from '../../talks/desk.ts';
import { bankPdf, handsOver, type HandedFile } from '../../talks/files.ts';
import { ordersOf, partnerOf } from '../../talks/orders.ts';
import { ordered, rightAccount } from '../../talks/rows.ts';
import { not, presses, says, talk, withBot, type Talker } from '../../talks/table.ts';

/** Where the newest button of that title leads, at the running bot. */
const linkOf = ({ bot, chat }: Talker, title: string): string => {
  const cards = JSON.stringify(chat.shown());
  const [, , url = ''] =
    [...cards.matchAll(/"title":"([^"]+)","url":"([^"]+)"/g)].findLast(([, each]) => each === title) ?? [];
  assert.ok(url, `${title}\n${cards}`);
  return `${bot.url}${new URL(url).pathname}`;
};

const get = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, header: (name: string) => answer.headers.get(name) ?? '', body };
};

/** A link as the bot itself would sign it. */
const signed = (bot: TestBot, claim: LinkClaim): string =>
  signedLinks({ key: new Uint8Array(32), clock: bot.clock, publicUrl: () => bot.url }).make(claim);

/** The path as it is, which `fetch` would tidy. */
const raw = (bot: TestBot, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(bot.url);
    request({ port, host: '127.0.0.1', path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

const proofClaim = async (bot: TestBot) => {
  const { mpnId: partner, orders } = await partnerOf(bot);
  const [order] = orders;
  return { purpose: 'proof', operator, partner, order: order!.number, hash: order!.proofs[0]!.hash } as const;
};

/** An order with this file as its proof. */
const withProof = (admin: Talker, file: HandedFile): Promise<void> =>
  talk(admin, [
    ...ordered(admin),
    [handsOver(file)],
    [
      presses(admin.w('sendDetails'), { paymentDate: '2026-03-02', account: rightAccount(admin) }),
      admin.w('news.proofReceived'),
    ],
  ]);

describe('a proof’s document', () => {
  atDeskInEachLanguage('opens from the card, for half an hour', async ({ admin, olivia, bot }) => {
    await handedIn(admin);
    await talk(olivia, [[says('queue')]]);
    const link = linkOf(olivia, olivia.w('openDocument'));
    bot.clock.set('2026-03-02T09:29:59Z');
    const { status, header, body } = await get(link);
    assert.deepEqual([status, header('content-type')], [200, 'application/pdf']);
    assert.ok(body.equals(bankPdf.bytes));
    assert.match(header('content-disposition'), /^inline; filename="confirmation\.pdf"/);
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('cache-control'), 'no-store');
    assert.match(header('content-security-policy'), /default-src 'none'.*frame-ancestors 'none'/);
    bot.clock.set('2026-03-02T09:30:00Z');
    const late = await get(link, { 'accept-language': olivia.language });
    assert.equal(late.status, 410);
    assert.match(late.body.toString(), new RegExp(`lang="${olivia.language}"`));
    assert.match(late.body.toString(), /"\.\.\/\.\.\/pay\/page\.css/);
  });

  for (const [type, ending, picture] of [
    ['image/png', 'png', png],
    ['image/jpeg', 'jpg', jpeg],
  ] as const)
    it(`that is ${type} is shown as such, in a sandbox, whatever its name says`, () =>
      withDesk(async ({ admin, olivia }) => {
        await withProof(admin, { name: 'a/b";\r\nx: é)(.html', bytes: await picture() });
        await talk(olivia, [[says('queue')]]);
        const { header } = await get(linkOf(olivia, 'Open the document ↗'));
        assert.equal(header('content-type'), type);
        assert.match(header('content-security-policy'), /default-src 'none'.*; sandbox$/);
        const name = header('content-disposition');
        assert.match(name, /^inline; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/);
        assert.ok(name.endsWith(`.html.${ending}`), name);
        assert.equal(header('x'), '');
      }));

  it('is for operators alone, and never of their own organisation', () =>
    withDesk(async ({ admin, bot }) => {
      await handedIn(admin);
      const claim = await proofClaim(bot);
      const seen = async (changes: Partial<typeof claim> | object) =>
        (await get(signed(bot, { ...claim, ...changes }))).status;
      assert.equal(await seen({}), 200);
      assert.equal(await seen({ operator: oscar }), 200);
      assert.equal(await seen({ operator: stranger }), 404);
      assert.equal(await seen({ operator: { ...operator, tenantId: currentPerson.tenantId } }), 404);
      assert.equal(await seen({ hash: '0'.repeat(64) }), 404);
      assert.equal(await seen({ partner: '1' }), 404);
    }));

  it('of the operator’s own organisation has no link, and a forged one is refused', () =>
    withBot(
      async (bot) => {
        const { admin, oscar: other } = deskOn(bot, 'en');
        await handedIn(admin);
        await talk(admin, [[says('queue'), 'Payment proof to review']]);
        assert.doesNotMatch(JSON.stringify(admin.chat.shown()), /desk\/proof/);
        assert.equal(
          (await get(signed(bot, { ...(await proofClaim(bot)), operator: currentPerson }))).status,
          404,
        );
        await talk(other, [[says('queue')]]);
        assert.equal((await get(linkOf(other, 'Open the document ↗'))).status, 200);
      },
      { operators: [currentPerson, oscar] },
    ));

  it('is reached by its own link alone', () =>
    withDesk(async ({ admin, olivia, bot }) => {
      await handedIn(admin);
      await talk(olivia, [[says('queue')]]);
      const link = linkOf(olivia, 'Open the document ↗');
      const { hash } = await proofClaim(bot);
      const token = link.slice(link.lastIndexOf('/') + 1);
      for (const other of [
        `${link}x`,
        link.slice(0, -1),
        `${link}/..`,
        link.replace('/desk/proof/', '/desk/export/'),
        link.replace('/desk/proof/', '/pay/receipt/'),
        link.replace('/desk/proof/', '/calendar/'),
        link.replace(hash, '0'.repeat(64)),
        link.replace(operator.aadObjectId, oscar.aadObjectId),
        signed(bot, { purpose: 'export', operator }).replace('/desk/export/', '/desk/proof/'),
      ])
        assert.equal((await get(other)).status, 404, other);
      for (const path of [
        `/desk/proof/../../proofs/${hash}`,
        `/desk/proof/..%2f..%2fproofs%2f${hash}`,
        `/desk/proof/%2e%2e/${hash}`,
        `/desk/proof/${hash}`,
        `/desk/proof/${token}%00.pdf`,
        '/desk/proof/',
        '/desk/proof/%',
      ])
        assert.ok([400, 404].includes((await raw(bot, path)) ?? 0), path);
      assert.equal((await fetch(link, { method: 'POST' })).status, 405);
      assert.equal((await get(link)).status, 200);
    }));
});

describe('the export', () => {
  atDeskInEachLanguage(
    'is a file of every order, by the desk’s button or a word',
    async ({ admin, olivia, bot }) => {
      const { w } = olivia;
      await handedIn(admin);
      const [order] = await ordersOf(bot);
      await talk(olivia, [
        [says('hello'), w('deskTitle')],
        [says(w('typed.export')), w('exportTitle'), w('exportNote')],
        [presses(w('deskTitle')), w('deskTitle')],
        [presses(w('help')), w('does.export')],
      ]);
      const link = linkOf(olivia, w('exportCsv'));
      bot.clock.set('2026-03-02T09:14:59Z');
      const { status, header, body } = await get(link);
      assert.deepEqual([status, header('content-type')], [200, 'text/csv; charset=utf-8']);
      assert.match(header('content-disposition'), /^attachment; filename="orders-2026-03-02\.csv"/);
      assert.equal(header('cache-control'), 'no-store');
      assert.equal(header('x-content-type-options'), 'nosniff');
      const [head, ...rows] = body.toString().trim().split('\r\n');
      assert.match(head ?? '', /^\ufeff?order,mpnId/);
      assert.equal(rows.length, 1);
      assert.match(rows[0] ?? '', new RegExp(`^${order!.number},6234461`));
      bot.clock.set('2026-03-02T09:15:00Z');
      const late = await get(link, { 'accept-language': olivia.language });
      assert.equal(late.status, 410);
      assert.match(late.body.toString(), new RegExp(w('typed.export')));
    },
  );

  it('is logged with who took it, and no more', () =>
    withDesk(async ({ admin, bot }) => {
      await handedIn(admin);
      await get(signed(bot, { purpose: 'export', operator }));
      const line =
        bot
          .logged()
          .split('\n')
          .find((each) => each.includes('"msg":"export"')) ?? '';
      assert.deepEqual(Object.keys(JSON.parse(line) as object).sort(), ['level', 'msg', 'operator', 'time']);
      assert.match(line, new RegExp(operator.aadObjectId));
    }));

  it('is for operators alone', () =>
    withDesk(async ({ admin, bot }) => {
      for (const person of [stranger, currentPerson])
        assert.equal((await get(signed(bot, { purpose: 'export', operator: person }))).status, 404);
      const link = signed(bot, { purpose: 'export', operator });
      assert.equal((await get(link.replace(operator.aadObjectId, oscar.aadObjectId))).status, 404);
      assert.doesNotMatch(bot.logged(), /"msg":"export"/);
      await talk(admin, [[says('export'), not('CSV')]]);
    }));
});
