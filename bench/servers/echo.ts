import { ActivityHandler, MessageFactory } from 'botbuilder';
import { serveWithSdk } from './sdk.ts';

/** The SDK's EchoBot. */
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const text = `Echo: ${context.activity.text}`;
  await context.sendActivity(MessageFactory.text(text, text));
  await next();
});

await serveWithSdk(bot);
