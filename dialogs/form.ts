import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { TurnContext } from 'botbuilder';
import type { Card } from '../cards/elements.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { turnOf, type Turn } from './turn.ts';

/** What the answer to a form comes to. */
export type Reading<State, Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Something is missing or wrong: the card is shown again, with what was entered. */
  | { readonly kind: 'again'; readonly state: State }
  /** Half an answer: the rest is asked for in words, and the card stays as it is. */
  | { readonly kind: 'asked'; readonly words: string }
  /** Nothing the form asks for. */
  | { readonly kind: 'misunderstood' };

/** One card that collects all that a step needs. */
export interface Form<State extends FormState, Answer> {
  readonly id: string;
  /** The card stays as it is when the talk goes on elsewhere; its buttons are good at any time. */
  readonly stays?: boolean;
  card(turn: Turn, state: State): Card | Promise<Card>;
  read(turn: Turn, state: State): Reading<State, Answer> | Promise<Reading<State, Answer>>;
}

/** Plain JSON; never money. */
export interface FormState {
  /** Of the card that waits: only a press with it is this step's. */
  readonly nonce: CommandId;
}

export interface Misunderstanding {
  readonly misunderstood: true;
  /** The card is all that the talk is about, so that it is pointed to. */
  readonly insists: boolean;
}

/** A form as a dialog: shows its card, waits, and hands its answer to the waterfall that began it. */
class FormDialog<State extends FormState, Answer> extends Dialog {
  private readonly form: Form<State, Answer>;

  constructor(form: Form<State, Answer>) {
    super(form.id);
    this.form = form;
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.wait(dc, options as State);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (!dc.activeDialog) return Dialog.EndOfTurn;
    const turn = turnOf(dc.context);
    const reading = await this.form.read(turn, this.stateOf(dc.activeDialog));
    switch (reading.kind) {
      case 'answered':
        return dc.endDialog(reading.answer);
      case 'again':
        return this.wait(dc, reading.state);
      case 'asked':
        await turn.say(reading.words);
        return Dialog.EndOfTurn;
      case 'misunderstood': {
        const result: Misunderstanding = { misunderstood: true, insists: !this.form.stays };
        return { ...Dialog.EndOfTurn, result };
      }
    }
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const turn = turnOf(context);
    await turn.show(await this.form.card(turn, this.stateOf(instance)), { waits: !this.form.stays });
  }

  /** Bot Framework keeps an instance's state as `any`; this form put it there itself. */
  private stateOf(instance: DialogInstance): State {
    return (instance.state as { form: State }).form;
  }

  private async wait(dc: DialogContext, state: State): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = { form: state };
    const turn = turnOf(dc.context);
    await turn.show(await this.form.card(turn, state), { waits: !this.form.stays });
    return Dialog.EndOfTurn;
  }
}

export const formDialog = <State extends FormState, Answer>(form: Form<State, Answer>): Dialog =>
  new FormDialog(form);

/** The nonce that the talk waits for, if a form is waiting. */
export const waitingNonce = (instance: DialogInstance | undefined): CommandId | undefined =>
  instance && (instance.state as { form?: FormState }).form?.nonce;

/** What a form was shown with, where it is the one that waits. */
export const stateWaiting = <State extends FormState>(
  form: Form<State, unknown>,
  instance: DialogInstance | undefined,
): State | undefined => (instance?.id === form.id ? (instance.state as { form?: State }).form : undefined);

export const isMisunderstanding = (result: unknown): result is Misunderstanding =>
  typeof result === 'object' && result !== null && 'misunderstood' in result;
