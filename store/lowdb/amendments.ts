import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { reasonOf, type StoreLog } from './damaged.ts';
import type { Envelope } from './envelope.ts';
import { folders, type Files } from './files.ts';
import { recentLines } from './recent.ts';
import { together } from './together.ts';

/** What such a commit may change: what became of messages, and what a person was told and has chosen. */
const amendable = ['outbox', 'reminders'] as const satisfies readonly (keyof Partner)[];

/** Newer fields of a partner than its file has. */
interface Amendment {
  readonly partner: Partner['mpnId'];
  /** The version in the file that they go on from, and the one they make of it. */
  readonly on: number;
  readonly version: number;
  readonly fields: Partial<Pick<Partner, (typeof amendable)[number]>>;
}

/**
 * Commits that a power cut may forget: a line each, where a whole file synced and named costs ten times as much. They
 * are kept until a commit writes the partner's file again, which then has them.
 */
export interface Amendments {
  /** Whether a line can say how the second differs from the first. */
  fits(before: Partner, after: Partner): boolean;
  /** Rejects as the disk does, all as it was before. */
  write(before: Envelope, after: Envelope): Promise<void>;
  /** What is in the file, with what is newer than it. */
  applied(file: Envelope): Envelope;
  /** The file has been written again. */
  drop(id: MpnId): void;
  /** Reads what a process has left; to be called before anything else. */
  read(): Promise<void>;
  /** Once all partners are read: leaves those behind that lead to no partner's newest version. */
  keepThose(newest: ReadonlyMap<MpnId, number>): Promise<void>;
  close(): Promise<void>;
}

const isAmendment = (value: unknown): value is Amendment =>
  typeof value === 'object' &&
  value !== null &&
  'partner' in value &&
  'on' in value &&
  'version' in value &&
  'fields' in value;

/** Beyond as many as there are to keep; few cost nothing to read. */
const linesToTidy = 2_000;

export const amendments = (files: Files, log: StoreLog): Amendments => {
  const lines = recentLines(files, folders.amendments);
  const newest = new Map<MpnId, Amendment>();
  let count = 0;

  const append = (amendment: Amendment): Promise<void> => {
    count += 1;
    return lines.append({
      line: JSON.stringify(amendment),
      written: () => {
        newest.set(amendment.partner, amendment);
      },
    });
  };

  const rewrite = async (): Promise<void> => {
    count = 0;
    const kept = (): readonly string[] => [...newest.values()].map((amendment) => JSON.stringify(amendment));
    const removeOlder = await lines.turnOver(kept);
    await removeOlder();
  };

  const tidy = together(async () => {
    try {
      await rewrite();
    } catch (error) {
      log({ kind: 'linesKept', of: folders.amendments, lines: newest.size, because: reasonOf(error) });
    }
  });

  return {
    fits: (before, after) =>
      (Object.keys({ ...before, ...after }) as (keyof Partner)[]).every(
        (key) => before[key] === after[key] || amendable.some((field) => field === key),
      ),
    write: async (before, after) => {
      const earlier = newest.get(before.partner.mpnId);
      const { mpnId: partner, outbox, reminders } = after.partner;
      const on = earlier?.version === before.version ? earlier.on : before.version;
      await append({ partner, on, version: after.version, fields: { outbox, reminders } });
      if (count > linesToTidy + newest.size) void tidy();
    },
    applied: (file) => {
      const amendment = newest.get(file.partner.mpnId);
      // The file has it, as after a commit that was put back.
      if (amendment && amendment.version <= file.version) newest.delete(amendment.partner);
      if (amendment?.on !== file.version) return file;
      return { version: amendment.version, partner: { ...file.partner, ...amendment.fields } };
    },
    drop: (id) => void newest.delete(id),
    read: async () => {
      for (const value of await lines.left()) {
        if (!isAmendment(value)) continue;
        const known = newest.get(value.partner);
        // What was told as not saved may be there all the same; it is never newer than what was saved after it.
        if (!known || value.version >= known.version) newest.set(value.partner, value);
      }
    },
    keepThose: async (versions) => {
      for (const { partner, version } of [...newest.values()])
        if (versions.get(partner) !== version) newest.delete(partner);
      await tidy();
    },
    close: () => lines.close(),
  };
};
