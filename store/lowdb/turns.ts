import type { Turns } from '../contract.ts';

/** There is no other process; within this one a queue keeps turns apart, and knows what was delivered. */
export const onlyProcess: Turns = { run: async (_turn, work) => ({ kind: 'done', result: await work() }) };
