import { z } from 'zod';

const texts = z.object({ short: z.string(), full: z.string().optional() });
const command = z.object({ title: z.string(), description: z.string().optional() });

/** The part of the manifest that is read by people, and so is translated. */
const readable = z.object({
  name: texts,
  description: texts,
  bots: z.array(z.object({ commandLists: z.array(z.object({ commands: z.array(command) })).default([]) })),
});

/**
 * The keys under which the localisation files hold a manifest's texts, each with its English text.
 * Throws when the value is no manifest by the schema.
 */
export const translatableTexts = (manifest: unknown): ReadonlyMap<string, string> => {
  const { name, description, bots } = readable.parse(manifest);
  const commands = bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap((list, at) =>
      list.commands.flatMap(({ title, description: text }, nth) => {
        const key = `bots[${bot}].commandLists[${at}].commands[${nth}]`;
        return [[`${key}.title`, title] as const, [`${key}.description`, text] as const];
      }),
    ),
  );
  const all = [
    ['name.short', name.short],
    ['name.full', name.full],
    ['description.short', description.short],
    ['description.full', description.full],
    ...commands,
  ] as const;
  return new Map(all.flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const])));
};

/** What a translation lacks or has too much, by the manifest's own texts; one sentence a fault. */
export const translationFaults = (manifest: unknown, translation: object): readonly string[] => {
  const wanted = translatableTexts(manifest);
  const given = new Set(Object.keys(translation).filter((key) => key !== '$schema'));
  return [
    ...[...wanted.keys()].filter((key) => !given.has(key)).map((key) => `${key} is not translated`),
    ...[...given].filter((key) => !wanted.has(key)).map((key) => `${key} translates nothing`),
  ];
};
