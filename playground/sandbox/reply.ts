import { jsonAnswer, type HttpAnswer } from '../../bot/http/exchange.ts';

/** An answer of the API, before it goes on the wire. */
export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** The gateway's error object. */
export interface ApiProblem {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
}

export const found = (object: object): Reply => ({ status: 200, body: JSON.stringify(object) });

export const refuse = (status: number, error: ApiProblem): Reply => ({
  status,
  body: JSON.stringify({ error }),
});

/** The whole of a request is wrong by one of its parameters. */
export const wrongParameter = (param: string, message: string, code = 'parameter_invalid'): Reply =>
  refuse(400, { type: 'invalid_request_error', code, param, message });

export const missing = (param: string, what: string, id: string): Reply =>
  refuse(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${what}: '${id}'`,
  });

export const toAnswer = ({ status, body }: Reply, requestId: string): HttpAnswer => ({
  ...jsonAnswer(status, null, { 'request-id': requestId }),
  body,
});
