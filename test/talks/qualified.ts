import { demoImport } from '../../playground/demo/partners.ts';
import { day } from '../support/partner.ts';
import { today, type Deed } from './table.ts';

interface Imported {
  readonly mpnId: string;
}

/** What Noura's organisation meets from now on. */
export const nowMeets =
  (...met: readonly (readonly [competency: string, level: string])[]): Deed =>
  async ({ bot }) => {
    const partners = demoImport(day(today)).partners as readonly Imported[];
    const hers = partners.find(({ mpnId }) => mpnId === '6518842');
    const qualifications = met.map(([competency, level]) => ({ competency, level, metOn: '2026-02-01' }));
    await bot.import({ partners: [{ ...hers, qualifications }] });
  };
