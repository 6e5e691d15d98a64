import type { ChatShown, StateShown } from '../routes/page.ts';

/** The server's own sentence on what was wrong with a wish. */
export class Refused extends Error {}

const read = async <Answer>(response: Response): Promise<Answer> => {
  // The routes that answer are in the next folder; their types are shared with this page.
  const body = (await response.json()) as Answer & { readonly error?: string; readonly code?: string };
  if (!response.ok) throw new Refused(body.error ?? body.code ?? `The bot answered ${response.status}.`);
  return body;
};

export const askState = async (): Promise<StateShown> => read(await fetch('/local/state'));

export const askChat = async (person: string, after: number): Promise<ChatShown> =>
  read(await fetch(`/local/chat?${new URLSearchParams({ person, after: String(after) }).toString()}`));

/** Has something done; resolves when it is. */
export const wish = async (
  path: 'say' | 'file' | 'clock' | 'bank',
  body: object,
): Promise<Readonly<Record<string, unknown>>> =>
  read(
    await fetch(`/local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
