/** A message that did not go out. 403 and 404 mean that the person can't be reached until they come back. */
export class SendFault extends Error {
  /** The connector's HTTP status; undefined where none came. */
  readonly status: number | undefined;
  /**
   * The connector's own code, such as `BotNotInConversationRoster`, or one of ours: `timeout` (it may have
   * arrived), `unreachable` (it has not), `lost` (the line broke, it may have arrived), `noToken`,
   * `serviceUrlNotAllowed`.
   */
  readonly code: string;
  /** How long the connector asks to wait before it is tried again. */
  readonly retryAfterMs: number | undefined;

  constructor(
    fault: { status?: number | undefined; code: string; retryAfterMs?: number | undefined },
    cause?: unknown,
  ) {
    super(`connector: ${fault.status ?? 'no answer'} ${fault.code}`, cause === undefined ? {} : { cause });
    this.name = 'SendFault';
    this.status = fault.status;
    this.code = fault.code;
    this.retryAfterMs = fault.retryAfterMs;
  }
}
