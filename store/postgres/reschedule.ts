import type { Partner } from '../../membership/rules/partner.ts';
import { broughtUpToDate } from '../older-forms.ts';
import type { Run } from './database.ts';
import type { Derived } from './partner-rows.ts';

const mark = 'due-rule';
const page = 200;

interface PartnerRow {
  readonly version: number;
  readonly state: Partner;
}

/**
 * Computes every due moment anew where they were computed by another rule, as after a change of the catalogue's
 * schedules; while the bot runs, as it may take minutes. What a commit says meanwhile stands.
 * @param rule names the rule that `dueAt` follows
 * @param over true: the rest is left to the next start
 */
export const reschedule = async (
  run: Run,
  { dueAt }: Pick<Derived, 'dueAt'>,
  { rule, over }: { readonly rule: string; readonly over: () => boolean },
): Promise<void> => {
  const [known] = await run<{ readonly value: string }>('readShared', [mark]);
  if (known?.value === rule) return;
  for (let after = ''; ;) {
    const rows = await run<PartnerRow>('nextPartners', [after, page]);
    for (const { version, state } of rows) {
      if (over()) return;
      await run('setDue', [state.mpnId, version, dueAt(broughtUpToDate(state)) ?? null]);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.state.mpnId;
  }
  await run('share', [mark, rule]);
};
