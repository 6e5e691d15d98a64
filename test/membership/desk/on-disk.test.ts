import assert from 'node:assert/strict';
import { markReceived } from '../../../membership/deeds/mark-received.ts';
import { postBankLine, postUnmarked, type BankPorts } from '../../../membership/deeds/post-bank-line.ts';
import { withdrawMark } from '../../../membership/deeds/withdraw-mark.ts';
import type { CommandId, PaymentId } from '../../../membership/rules/ids.ts';
import { received } from '../../../membership/rules/order.ts';
import { matcher } from '../../../payments/transfer/match.ts';
import type { Store } from '../../../store/contract.ts';
import { put } from '../../store/contract/place.ts';
import { failingDisk } from '../../store/failing-disk.ts';
import { newFolder } from '../../store/folders.ts';
import { catalogue } from '../../support/catalogue.ts';
import { at, day, eur } from '../../support/partner.ts';
import { foreseenChance, standingClock } from '../../support/partners.ts';
import { account, fabrikam, first, olga } from './desk-house.ts';

const portsOf = (store: Store): BankPorts => ({
  ...{ partners: store.partners, ledger: store.ledger, clock: standingClock(at('2026-03-12')) },
  ...{ chance: foreseenChance(), catalogue, methods: ['transfer'] },
  match: matcher(store.partners, catalogue),
});
const money = { amount: eur(40_000), valueDate: day('2026-03-10') };
const marks = (ports: BankPorts) =>
  markReceived(ports, olga, {
    ...{ ...money, order: first.number, reference: 'FT-26069/XY12' },
    command: 'mark' as CommandId,
  });
const withdraws = (ports: BankPorts) =>
  withdrawMark(ports, olga, {
    order: first.number,
    mark: 'hand:mark' as PaymentId,
    command: 'withdraw' as CommandId,
  });
const posts = (ports: BankPorts) =>
  postBankLine(ports, {
    ...{ ...money, account, id: 'l1' as PaymentId, bookedOn: day('2026-03-11') },
    ...{ text: `order ${first.number}`, status: { kind: 'recorded' } },
  });

const stories = [
  { says: 'a mark by hand and its statement’s line', acts: [marks, posts] },
  { says: 'a mark that is withdrawn, and a statement’s line', acts: [marks, withdraws, posts] },
] as const;

describe('on a disk', () => {
  for (const { says, acts } of stories)
    it(`${says} count once, at whichever step of the disk the process dies`, async function () {
      this.timeout(60_000);
      let steps = 1;
      for (let nth = 1; nth <= steps; nth += 1) {
        const folder = await newFolder();
        const disk = failingDisk();
        const store = await folder.open({ disk });
        await put(store, [fabrikam()]);
        const start = disk.count;
        // From this step on nothing is written any more.
        disk.fails = (_step, count) => count >= start + nth;
        for (const act of acts) await act(portsOf(store)).catch(() => undefined);
        if (disk.count >= start + nth) steps = nth + 1;
        await store.close();
        const again = await folder.open();
        await postUnmarked(portsOf(again), assert.ifError);
        for (const act of acts) await act(portsOf(again));
        const owner = await again.partners.read(fabrikam().mpnId);
        assert.equal(received(owner!.orders[0]!).minor, 40_000, `after step ${nth}`);
        assert.deepEqual([owner!.credits, owner!.held, await again.ledger.unmarked()], [[], [], []]);
        await again.close();
        await folder.remove();
      }
      assert.ok(steps > 20, `only ${steps} steps`);
    });
});
