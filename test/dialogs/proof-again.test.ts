import { dana } from '../../playground/demo/people.ts';
import { bankPdf, handsOver } from '../talks/files.ts';
import { ordersOf } from '../talks/orders.ts';
import { ordered, rightAccount } from '../talks/rows.ts';
import { inEachLanguage, not, says, talk, talkerIn, withBot, type Row } from '../talks/table.ts';

describe('a proof that is asked for again while it is being handed in', () => {
  inEachLanguage('keeps its file', (talker) => {
    const { w } = talker;
    return [
      ...ordered(talker),
      [says('proof')],
      [handsOver(bankPdf), 'confirmation.pdf', w('lackFields')],
      [says('proof'), 'confirmation.pdf', w('lackFields')],
      [says(`2026-03-02; ${rightAccount(talker)}`), w('news.proofReceived'), 'confirmation.pdf'],
    ];
  });

  inEachLanguage('keeps its fields', (talker) => {
    const { w } = talker;
    return [
      ...ordered(talker),
      [says('proof')],
      [says(`2026-03-02; ${rightAccount(talker)}; ref TX-8812`), w('lackFile')],
      [says('bewijs'), w('haveFields')],
      [handsOver(bankPdf), w('news.proofReceived'), 'TX-8812'],
    ];
  });

  it('for another order begins anew', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en', dana);
      const buys = (level: string): readonly Row[] => [
        [says('cloud platform')],
        [says(`subscribe ${level}`)],
        [says('next')],
        [says('accept')],
        [says('submit'), talker.w('news.placed')],
      ];
      await talk(talker, [...buys('silver'), ...buys('gold')]);
      const [silver, gold] = (await ordersOf(bot, dana.tenantId)).map(({ number }) => number);
      await talk(talker, [
        [says(`proof ${silver!}`), silver!],
        [handsOver(bankPdf), 'confirmation.pdf'],
        [says(`proof ${silver!}`), 'confirmation.pdf'],
        [says(`proof ${gold!}`), gold!, not('confirmation.pdf')],
      ]);
    }));
});
