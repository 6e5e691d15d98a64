import { z } from 'zod';
import { jsonAnswer, type HttpAnswer, type Route } from '../../bot/http/exchange.ts';
import { languages } from '../../membership/rules/catalogue.ts';
import { desktopFile, installation, phoneFile, pressed, typed } from '../activities.ts';
import { findPerson, type LocalPerson } from '../people.ts';
import type { Delivered } from '../speaking.ts';
import { wishRoute, wrong } from './answers.ts';
import type { LocalParts } from './parts.ts';

const person = z.string({ error: 'Say which person.' }).min(1).max(300);
const language = z.enum(languages, 'The language is en, nl or sv.').default('en');

const said = z.union(
  [
    z.strictObject({ person, language, text: z.string().min(1).max(28_000) }),
    z.strictObject({ person, language, value: z.unknown(), replyToId: z.string().min(1).max(300) }),
  ],
  { error: 'Say {person, text} for what they type, {person, value, replyToId} for a button.' },
);
const installed = z.strictObject({ person, language, action: z.enum(['add', 'remove']) });
const handed = z.strictObject({
  person,
  language,
  form: z.enum(['desktop', 'phone'], 'The form is desktop or phone.'),
  name: z
    .string({ error: 'The file needs a name.' })
    .min(1)
    .max(1_000, { error: "The file's name has 1,000 characters at most." }),
  base64: z.base64({ error: "base64 holds the file's bytes in Base64." }),
});

/** The file in Base64 and what stands around it: far more than the bot takes, so that its own refusal shows. */
const maxFileBody = 40 * 1024 * 1024;

const outcome = ({ status }: Delivered): HttpAnswer =>
  status < 300
    ? jsonAnswer(200, { status })
    : jsonAnswer(502, { error: `The bot answered ${status}; its log says why.`, status });

/** What people do in their chats. */
export const talkRoutes = (parts: LocalParts): readonly Route[] => {
  const { bot, speaking, shelf, connector } = parts;
  const as = async (text: string, act: (person: LocalPerson) => Promise<Delivered>): Promise<HttpAnswer> => {
    const found = await findPerson(bot, parts.people, text);
    if (!found) return wrong(`Nobody here is called "${text}".`);
    const delivered = await act(found);
    await bot.settled();
    return outcome(delivered);
  };
  return [
    wishRoute('/local/say', said, (wish) =>
      as(wish.person, (who) =>
        speaking.act(who, wish.language, (speaker, moment) =>
          'text' in wish
            ? typed(speaker, moment, wish.text)
            : pressed(speaker, moment, { value: wish.value, replyToId: wish.replyToId }),
        ),
      ),
    ),
    wishRoute('/local/installation', installed, (wish) =>
      as(wish.person, (who) =>
        speaking.act(who, wish.language, (speaker, moment) => installation(speaker, moment, wish.action)),
      ),
    ),
    wishRoute(
      '/local/file',
      handed,
      (wish) =>
        as(wish.person, (who) => {
          const id = shelf.put({ name: wish.name, bytes: Buffer.from(wish.base64, 'base64') });
          return speaking.act(who, wish.language, (speaker, moment) =>
            wish.form === 'desktop'
              ? desktopFile(speaker, moment, {
                  name: wish.name,
                  downloadUrl: connector.downloadUrl(id, wish.name),
                })
              : phoneFile(speaker, moment, connector.contentUrl(id)),
          );
        }),
      maxFileBody,
    ),
  ];
};
