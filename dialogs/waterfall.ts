import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { turnOf, type Turn } from './turn.ts';

/** A step of a flow: what it was begun with, what the step before answered, and where to go on. */
export interface Step<Options, Answer = undefined> {
  readonly turn: Turn;
  readonly options: Options;
  /** The answer of the form that the step before showed. */
  readonly answer: Answer;
  /** Shows a form and waits; its answer reaches the next step. */
  readonly ask: (form: string, state: object) => Promise<DialogTurnResult>;
  /** Goes on with the next step at once. */
  readonly next: (answer?: unknown) => Promise<DialogTurnResult>;
  /** Begins this or another flow instead. */
  readonly replace: (flow: string, options: object) => Promise<DialogTurnResult>;
  readonly end: () => Promise<DialogTurnResult>;
}

export type StepFunction<Options, Answer = undefined> = (
  step: Step<Options, Answer>,
) => Promise<DialogTurnResult>;

const stepOf = <Options extends object>(context: WaterfallStepContext<Options>): Step<Options, never> => ({
  turn: turnOf(context.context),
  options: context.options,
  // Bot Framework types a step's result as `any`; which form it comes from the flow itself knows.
  answer: context.result as never,
  ask: (form, state) => context.beginDialog(form, state),
  next: (answer) => context.next(answer),
  replace: (flow, options) => context.replaceDialog(flow, options),
  end: () => context.endDialog(),
});

/**
 * A Bot Framework waterfall whose steps read as a table of contents.
 * @param id with its version: `purchase.v1`; change the version when steps change, so that a stored talk of the
 *   old form is dropped instead of going on at the wrong question
 */
export const waterfall = <Options extends object>(
  id: string,
  steps: readonly StepFunction<Options, never>[],
): WaterfallDialog<Options> =>
  new WaterfallDialog<Options>(
    id,
    steps.map((step) => (context: WaterfallStepContext<Options>) => step(stepOf(context))),
  );
