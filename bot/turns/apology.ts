import type { TurnContext } from 'botbuilder';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { House } from '../house.ts';
import { sendText } from '../messages/send.ts';

/** The store's own fault for what could not be saved; `bot/` knows it by its code, whichever store it is. */
const isNotSaved = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'notSaved';

/** A fault: the person gets an apology with a reference number, the log has the rest under it. */
export const apologise = async (
  { log, reference: draw }: Pick<House, 'log' | 'reference'>,
  context: TurnContext,
  language: Language,
  error: unknown,
): Promise<void> => {
  const reference = draw();
  log.fault({ reference, where: 'turn', error });
  try {
    await sendText(context, say(language, isNotSaved(error) ? 'notSaved' : 'fault', { reference }));
  } catch (unsent) {
    log.fault({ reference, where: 'apology', error: unsent });
  }
};
