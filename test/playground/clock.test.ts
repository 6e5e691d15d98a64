import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '../../playground/clock.ts';
import type { Instant } from '../../membership/rules/calendar.ts';

const at = (text: string): Instant => text as Instant;

describe('playground: the movable clock', () => {
  let folder: string;
  let file: string;
  let real: number;
  const realNow = (): number => real;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'));
    file = join(folder, 'clock.json');
    real = Date.parse('2026-11-21T09:00:00.000Z');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('shows real time until it is moved', async () => {
    const clock = await movableClock(file, realNow);
    assert.equal(clock.now(), '2026-11-21T09:00:00.000Z');
  });

  for (const moment of ['2026-12-24T09:00:00.000Z', '2026-02-01T00:00:00.000Z']) {
    it(`is set to ${moment}, goes on from there, and keeps it over a restart`, async () => {
      const clock = await movableClock(file, realNow);
      await clock.set(at(moment));
      assert.equal(clock.now(), moment);
      real += 1_500;
      assert.equal(clock.now(), moment.replace('00.000Z', '01.500Z'));
      const restarted = await movableClock(file, realNow);
      assert.equal(restarted.now(), moment.replace('00.000Z', '01.500Z'));
    });
  }

  it('stands still while it is held, and a hold is not kept', async () => {
    const clock = await movableClock(file, realNow);
    clock.hold(at('2026-12-01T23:59:59.999Z'));
    real += 5_000;
    assert.equal(clock.now(), '2026-12-01T23:59:59.999Z');
    assert.equal((await movableClock(file, realNow)).now(), '2026-11-21T09:00:05.000Z');
    await clock.set(at('2026-12-02T00:00:00.000Z'));
    real += 1;
    assert.equal(clock.now(), '2026-12-02T00:00:00.001Z');
  });

  for (const damaged of ['', '{"offsetMs":', '{"offsetMs":"1"}', '{"offsetMs":1.5}']) {
    it(`names its file when it holds ${JSON.stringify(damaged)}`, async () => {
      await writeFile(file, damaged);
      await assert.rejects(movableClock(file, realNow), /clock\.json is damaged/);
    });
  }
});
