import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { botLog } from '../../../bot/observe/log.ts';
import { placeOrder, put } from '../contract/place.ts';
import { newFolder, type Folder } from '../folders.ts';
import { orderNumber, partner } from '../samples.ts';

const manual = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
/** The command of the manual that makes the list, as it stands there. */
const command = /(# lost orders:[^]*?)```/.exec(manual)?.[1] ?? assert.fail('the manual has no command');
const [one, two] = [partner(1), partner(2)];
const [kept, lost] = [orderNumber(1), orderNumber(2)];

describe('after an older backup was restored', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await newFolder();
    const store = await folder.open();
    await put(store, [one, two]);
    await placeOrder(store, one.mpnId, kept);
    await store.close();
  });
  afterEach(() => folder.remove());

  it('no number is given again that the log has, by the list that the manual’s command makes of it', async () => {
    const lines: string[] = [];
    const log = botLog('info', { write: (line: string) => void lines.push(line) });
    for (const order of [kept, lost])
      log.commit({ deed: 'orderPlaced', outcome: 'committed', ms: 1, mpnId: one.mpnId, order });
    log.commit({
      deed: 'orderCancelled',
      outcome: 'committed',
      ms: 1,
      mpnId: one.mpnId,
      order: orderNumber(3),
    });
    const [LOG, LIST] = [join(folder.path, 'bot.log'), join(folder.path, 'lost-orders.txt')];
    await writeFile(LOG, lines.join(''));
    await promisify(execFile)('sh', ['-eu', '-c', command], { env: { ...process.env, LOG, LIST } });
    assert.equal(readFileSync(LIST, 'utf8'), `${kept} ${one.mpnId}\n${lost} ${one.mpnId}\n`);

    const store = await folder.open();
    assert.deepEqual(await placeOrder(store, two.mpnId, lost), { kind: 'orderNumberTaken' });
    assert.equal((await placeOrder(store, two.mpnId, orderNumber(3))).kind, 'done');
    assert.equal(await store.partners.ofOrder(kept), one.mpnId);
    await store.close();
  });

  it('a list with a wrong line is refused, and the line named', async () => {
    await writeFile(
      join(folder.path, 'lost-orders.txt'),
      `${lost} ${one.mpnId}\n\n1234567890 ${one.mpnId}\n`,
    );
    await assert.rejects(folder.open(), {
      code: 'unusable',
      message: 'lost-orders.txt, line 3, is no order number with its MPN ID',
    });
  });
});
