import type { KeptProof } from '../membership/proof-ports.ts';
import type { ProofFault } from '../membership/rules/proof.ts';
import { submitProof } from '../membership/deeds/submit-proof.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { doing, report } from './deed.ts';
import { formDialog } from './form.ts';
import { entering, proofForm, type CollectedProof, type ProofState } from './proof-form.ts';
import type { EnteredProof } from './typed-proof.ts';
import { waterfall, type StepFunction } from './waterfall.ts';
import { orderChoice, whichOrder } from './which-order.ts';

export interface ProofOptions {
  readonly order?: OrderNumber | undefined;
  /** A file that was sent before anything was asked, and what its message said. */
  readonly file?: KeptProof | undefined;
  readonly fault?: ProofFault | undefined;
  readonly entered?: EnteredProof | undefined;
  /** What was being handed in when this was asked for; it is kept where it is for the same order. */
  readonly before?: ProofState | undefined;
}

const collect: StepFunction<ProofOptions, OrderNumber> = ({ turn, options, answer: order, ask }) => {
  const before = options.before?.order === order ? options.before : undefined;
  const { file = before?.file, fault = before?.fault } = options;
  const entered = options.entered ? { ...before?.entered, ...options.entered } : before?.entered;
  const nonce = turn.deeds.chance.commandId();
  return ask(proofForm.id, { nonce, order, file, fault, ...entering(turn, entered, before?.asked) });
};

const handIn: StepFunction<ProofOptions, CollectedProof> = async ({ turn, answer, end }) => {
  const { command, order, file, fields } = answer;
  const wish = { person: turn.person.aadObjectId, order, file, fields };
  await report(turn, await submitProof(turn.deeds, doing(turn, command), wish), { news: 'proofReceived' });
  return end();
};

/** Upload payment proof: which order, the file and its fields in either order, then under review. */
export const proof = {
  id: 'proof.v1',
  dialogs: [
    formDialog(orderChoice),
    formDialog(proofForm),
    waterfall<ProofOptions>('proof.v1', [whichOrder('proof'), collect, handIn]),
  ],
};
