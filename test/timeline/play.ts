import { dayOf, instant, type Day } from '../../membership/rules/calendar.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { moveClock } from '../../playground/move-clock.ts';
import { talk, type Deed } from '../talks/table.ts';
import { stored } from './deeds.ts';
import { diary, type Diary, type Line } from './diary.ts';
import type { Chapter, Scene } from './life.ts';
import { castOn, type Cast } from './people.ts';

/** A chapter as it was lived, and the partner as it then is stored. */
export interface Lived {
  readonly chapter: Chapter;
  readonly lines: readonly Line[];
  readonly partner: Partner;
  readonly catalogue: Catalogue;
  readonly on: Day;
}

/** Goes there as the companion page's clock does, stopping at each due moment; all that is said is written down. */
const moveTo = async ({ bot }: Cast, written: Diary, moment: string): Promise<void> => {
  const step = (next: string): void => {
    written.look();
    bot.clock.set(next);
  };
  const clock = {
    now: () => bot.clock.now(),
    hold: step,
    set: (to: string) => {
      step(to);
      return Promise.resolve();
    },
  };
  await moveClock(clock, bot.app, instant(new Date(moment)));
  written.look();
};

const inTurn =
  (deeds: readonly Deed[]): Deed =>
  async (talker) => {
    for (const deed of deeds) await deed(talker);
  };

const play = async (cast: Cast, written: Diary, scene: Scene): Promise<void> => {
  const { at, by, did, deeds, shows = () => [] } = scene;
  await moveTo(cast, written, at);
  // The bank is in no chat.
  const talker = by === 'bank' ? cast.olivia : cast[by];
  const shown = shows(talker);
  const who = by === 'bank' ? undefined : cast[by];
  await talk(talker, [[inTurn(deeds), ...shown]]);
  await cast.bot.app.settled();
  written.note(
    who,
    did,
    shown.filter((each) => typeof each === 'string'),
  );
  written.look(who);
};

const live = async (cast: Cast, written: Diary, chapter: Chapter): Promise<Lived> => {
  const from = written.lines.length;
  for (const scene of chapter.scenes) await play(cast, written, scene);
  await moveTo(cast, written, chapter.until);
  const { catalogue, clock } = cast.bot;
  const partner = await stored(cast.bot);
  return { chapter, lines: written.lines.slice(from), partner, catalogue, on: dayOf(clock.now()) };
};

/** Lives through the chapters with the whole bot and a clock that is moved. */
export const liveThrough = async (chapters: readonly Chapter[]): Promise<readonly Lived[]> => {
  const cast = await castOn(chapters[0]?.scenes[0]?.at ?? '');
  try {
    const written = diary(cast);
    const lived: Lived[] = [];
    for (const chapter of chapters) lived.push(await live(cast, written, chapter));
    return lived;
  } finally {
    await cast.bot.stop();
  }
};
