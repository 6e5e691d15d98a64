import { ActivityHandler, ConversationState, MemoryStorage, UserState } from 'botbuilder';
import {
  ComponentDialog,
  runDialog,
  TextPrompt,
  WaterfallDialog,
  type DialogState,
} from 'botbuilder-dialogs';
import { serveWithSdk } from './sdk.ts';

/** Three prompts in a row, their state in memory, as the SDK's samples keep it. */
const storage = new MemoryStorage();
const conversation = new ConversationState(storage);
const user = new UserState(storage);
const place = conversation.createProperty<DialogState>('DialogState');

interface Answers {
  competency?: string;
  level?: string;
}

const main = new ComponentDialog<Answers>('main');
main.addDialog(
  new WaterfallDialog<Answers>('questions', [
    (step) => step.prompt('text', 'Which competency?'),
    (step) => {
      Object.assign(step.values, { competency: String(step.result) });
      return step.prompt('text', 'Silver or gold?');
    },
    (step) => {
      Object.assign(step.values, { level: String(step.result) });
      return step.prompt('text', 'How do you pay?');
    },
    async (step) => {
      const { competency, level } = step.values as Answers;
      await step.context.sendActivity(`${competency}, ${level}, ${String(step.result)}`);
      return step.endDialog();
    },
  ]),
);
main.addDialog(new TextPrompt('text'));

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await runDialog(main, context, place);
  await next();
});
bot.onDialog(async (context, next) => {
  await conversation.saveChanges(context, false);
  await user.saveChanges(context, false);
  await next();
});

await serveWithSdk(bot);
