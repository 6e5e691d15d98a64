import type { Instant } from '../../membership/rules/calendar.ts';
import type { Recorded, SentActivity } from '../support/connector.ts';
import { wordsOf } from '../support/chat.ts';
import { plain } from '../talks/table.ts';
import type { Cast, Somebody } from './people.ts';

/**
 * - `does`: somebody did something
 * - `answers`: what the bot then showed them
 * - `tells`: a message that nobody in that chat had asked for
 * - `changes`: a card that was in the chat already is another now
 */
export type LineKind = 'does' | 'answers' | 'tells' | 'changes';

export interface Line {
  readonly at: Instant;
  readonly kind: LineKind;
  /** Who did it, or in whose chat it was said; undefined for the bank. */
  readonly who: Somebody | undefined;
  readonly what: string;
}

/** All that was done and said, in order. */
export interface Diary {
  readonly lines: readonly Line[];
  /** Somebody did something, and the bot answered. */
  note(by: Somebody | undefined, did: string, shown: readonly string[]): void;
  /** Writes down what was said since the last time, as said now; to whoever speaks it is an answer. */
  look(speaking?: Somebody): void;
}

/** A card in a line: what a notification shows of it, and of a reminder its amount, date and next step too. */
const lineOf = (activity: SentActivity): string => {
  const { summary, text } = activity;
  const words = wordsOf(activity);
  const title = typeof summary === 'string' ? summary : (text ?? '');
  return plain([title, ...(words[0] === title ? words.slice(1, 4) : [])].join(' · '));
};

const isMessage = ({ activity }: Recorded): boolean => activity.type === 'message';

export const diary = ({ bot, sanne, grace }: Cast): Diary => {
  const lines: Line[] = [];
  const seen = new Map<Somebody, number>();

  const lookAt = (who: Somebody, isAnswer: boolean): void => {
    const all = bot.connector.in(who.chat.speaker.conversation).filter(isMessage);
    const news = all.slice(seen.get(who) ?? 0);
    seen.set(who, all.length);
    if (isAnswer) return;
    for (const { kind, activity } of news) {
      const what = lineOf(activity);
      lines.push({ at: bot.clock.now(), kind: kind === 'updated' ? 'changes' : 'tells', who, what });
    }
  };

  return {
    lines,
    note: (who, did, shown) => {
      const at = bot.clock.now();
      lines.push({ at, kind: 'does', who, what: did });
      if (shown.length > 0) lines.push({ at, kind: 'answers', who, what: shown.map(plain).join(' · ') });
    },
    look: (speaking) => {
      for (const who of [sanne, grace]) lookAt(who, who === speaking);
    },
  };
};
