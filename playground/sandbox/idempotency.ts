import { createHash } from 'node:crypto';
import { refuse, type Reply } from './reply.ts';
import type { World } from './world.ts';

/** As long as the gateway remembers a key. */
const keptSeconds = 24 * 60 * 60;

const forget = (world: World): void => {
  const { answers } = world.state;
  for (const [key, { at }] of answers) if (at + keptSeconds <= world.now()) answers.delete(key);
};

/** A request that was refused for its parameters, or for want of a key, was not carried out and is not remembered. */
const isRemembered = ({ status }: Reply): boolean => status < 400;

/**
 * Carries out a call once for its key: the same call again has the first answer, another call under the same key is
 * an error.
 * @param request what is asked: path and body
 */
export const once = (world: World, key: string, request: string, run: () => Reply): Reply => {
  forget(world);
  const asked = createHash('sha256').update(request).digest('hex');
  const known = world.state.answers.get(key);
  if (known && known.asked !== asked)
    return refuse(400, {
      type: 'idempotency_error',
      message:
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
    });
  if (known) return { status: known.status, body: known.body };
  const reply = run();
  if (isRemembered(reply)) world.state.answers.set(key, { asked, ...reply, at: world.now() });
  return reply;
};
