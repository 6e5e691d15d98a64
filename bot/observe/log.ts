import pino, { type DestinationStream, type Logger } from 'pino';
import { faultRecord } from './fault-record.ts';
import { scrub, shortDigest } from './scrub.ts';
import { failSpan } from './tracing.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface TurnLine {
  readonly activityType: string;
  readonly outcome: 'answered' | 'refused' | 'failed' | 'repeated';
  readonly ms: number;
  readonly conversation?: string | undefined;
  /** A word of `cards/actions.ts`, where a button was pressed. */
  readonly action?: string | undefined;
  readonly language?: string | undefined;
}

export interface SendLine {
  readonly kind: 'reply' | 'send' | 'update' | 'delete' | 'create';
  readonly outcome: 'sent' | 'failed';
  readonly ms: number;
  readonly attempts: number;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
}

/** What became of a message that waited in a partner's outbox. */
export interface MessageLine {
  readonly outcome: 'sent' | 'putOff' | 'givenUp' | 'superseded';
  readonly mpnId: string;
  readonly id: string;
  readonly about: string;
  readonly attempts: number;
}

export interface CommitLine {
  readonly deed: string;
  readonly outcome: 'committed' | 'unchanged' | 'refused';
  readonly ms: number;
  readonly mpnId?: string | undefined;
  readonly order?: string | undefined;
  readonly refusal?: string | undefined;
}

export interface FaultLine {
  readonly reference: string;
  /** The part of the house, such as `turn` or `http`. */
  readonly where: string;
  readonly error: unknown;
}

/** What happens to the process, or to a thing outside of it. */
export interface EventFields {
  readonly host?: string;
  readonly port?: number;
  readonly mode?: string;
  /** The object id of whoever did it. */
  readonly operator?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly file?: string;
  readonly why?: string;
  readonly status?: number;
}

/**
 * The log. What is kept is picked field by field, and every text goes through {@link scrub}: a name, address,
 * message text, token or link can't get in by being part of an object that somebody logs.
 */
export interface Log {
  turn(line: TurnLine): void;
  send(line: SendLine): void;
  /** One that is given up is a warning: nobody was told, and nobody will be. */
  message(line: MessageLine): void;
  commit(line: CommitLine): void;
  /** The trace's span that is under way has failed, too. */
  fault(line: FaultLine): void;
  event(name: string, fields?: EventFields): void;
  warning(name: string, fields?: EventFields): void;
}

const optional = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : scrub(text);

const round = (ms: number): number => Math.round(ms * 10) / 10;

const eventFields = (fields: EventFields): EventFields => ({
  ...(fields.host === undefined ? {} : { host: scrub(fields.host) }),
  ...(fields.port === undefined ? {} : { port: fields.port }),
  ...(fields.mode === undefined ? {} : { mode: scrub(fields.mode) }),
  ...(fields.operator === undefined ? {} : { operator: scrub(fields.operator) }),
  ...(fields.count === undefined ? {} : { count: fields.count }),
  ...(fields.ms === undefined ? {} : { ms: round(fields.ms) }),
  ...(fields.file === undefined ? {} : { file: scrub(fields.file) }),
  ...(fields.why === undefined ? {} : { why: scrub(fields.why) }),
  ...(fields.status === undefined ? {} : { status: fields.status }),
});

const turnFields = (line: TurnLine): object => ({
  activityType: scrub(line.activityType),
  outcome: line.outcome,
  ms: round(line.ms),
  conversation: line.conversation === undefined ? undefined : shortDigest(line.conversation),
  action: optional(line.action),
  language: optional(line.language),
});

const writeSend = (out: Logger, line: SendLine): void => {
  const { kind, outcome, attempts, status } = line;
  const fields = { kind, outcome, attempts, status, ms: round(line.ms), code: optional(line.code) };
  if (outcome === 'failed') out.warn(fields, 'send');
  else out.debug(fields, 'send');
};

const writeMessage = (out: Logger, line: MessageLine): void => {
  const { outcome, attempts } = line;
  const fields = {
    outcome,
    mpnId: scrub(line.mpnId),
    id: scrub(line.id),
    about: scrub(line.about),
    attempts,
  };
  if (outcome === 'givenUp') out.warn(fields, 'message');
  else out.debug(fields, 'message');
};

const commitFields = (line: CommitLine): object => ({
  deed: scrub(line.deed),
  outcome: line.outcome,
  ms: round(line.ms),
  mpnId: optional(line.mpnId),
  order: optional(line.order),
  refusal: optional(line.refusal),
});

/**
 * The process's log, JSON lines.
 * @param to where lines go; standard output when left out, where a slow reader holds up no turn and what is left is
 * written as the process exits
 */
export const botLog = (level: LogLevel, to?: DestinationStream): Log => {
  const out = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to ?? pino.destination({ dest: 1, sync: false }),
  );
  return {
    turn: (line) => {
      if (out.isLevelEnabled('info')) out.info(turnFields(line), 'turn');
    },
    send: (line) => writeSend(out, line),
    message: (line) => writeMessage(out, line),
    commit: (line) => {
      if (out.isLevelEnabled('info')) out.info(commitFields(line), 'commit');
    },
    fault: ({ reference, where, error }) => {
      out.error({ reference: scrub(reference), where: scrub(where), fault: faultRecord(error) }, 'fault');
      failSpan(error, reference);
    },
    event: (name, fields = {}) => out.info(eventFields(fields), scrub(name)),
    warning: (name, fields = {}) => out.warn(eventFields(fields), scrub(name)),
  };
};
