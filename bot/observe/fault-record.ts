import { scrub } from './scrub.ts';

/** What may be said of a thrown thing: never the thing itself, which may hold requests, tokens and links. */
export interface FaultRecord {
  readonly class: string;
  readonly code?: string;
  readonly message: string;
  /** Function and place in this house or a package, the innermost first. */
  readonly frames: readonly string[];
  readonly cause?: FaultRecord;
}

const most = { frames: 12, causes: 3 } as const;
const root = process.cwd();

/** `at f (file:///…/bot/x.ts:1:2)` → `f bot/x.ts:1:2`; only a frame's form passes, so no message can. */
const frame = (line: string): string | undefined => {
  const match = /^\s+at (?:(.*) \()?(?:file:\/\/)?([^()]+:\d+:\d+)\)?$/.exec(line);
  if (!match) return undefined;
  const [, name = '', place = ''] = match;
  const near = place.startsWith(root) ? place.slice(root.length + 1) : place;
  return scrub(name === '' ? near : `${name} ${near}`);
};

const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .map(frame)
    .filter((line) => line !== undefined)
    .slice(0, most.frames);

/** The catalogue's code of a fault, or the system's own; what has none has no such field. */
export const codeOf = (error: unknown): { readonly code?: string } => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? { code: scrub(String(code)) } : {};
};

/** Reads a thrown thing into what a log may keep; its causes too, up to three deep. */
export const faultRecord = (thrown: unknown, depth = 0): FaultRecord => {
  if (!(thrown instanceof Error)) return { class: typeof thrown, message: '', frames: [] };
  const cause =
    thrown.cause === undefined || depth >= most.causes ? {} : { cause: faultRecord(thrown.cause, depth + 1) };
  return {
    class: scrub(thrown.constructor.name),
    ...codeOf(thrown),
    message: scrub(thrown.message),
    frames: framesOf(thrown.stack),
    ...cause,
  };
};
