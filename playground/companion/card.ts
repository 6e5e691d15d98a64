import type { Action } from 'adaptivecards';
import { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction, Version } from 'adaptivecards';
import markdownIt from 'markdown-it';

const markdown = markdownIt({ html: false, linkify: false, breaks: true });

/** Markdown as HTML; what is HTML already stays text. */
export const asHtml = (text: string): string => markdown.render(text);

/** A label is one line, which the renderer goes on with the mark of what is required. */
const withoutLoneParagraph = (html: string): string =>
  /^<p>((?:(?!<p>)[^])*)<\/p>\s*$/.exec(html)?.[1] ?? html;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = withoutLoneParagraph(asHtml(text));
  result.didProcess = true;
};

const colour = (name: string): { default: string; subtle: string } => ({
  default: `var(--${name})`,
  subtle: 'var(--soft)',
});
const foregroundColors = {
  default: colour('fg'),
  dark: colour('fg'),
  light: colour('soft'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warn'),
  attention: colour('bad'),
};
const container = (background: string): object => ({
  backgroundColor: background,
  borderColor: 'var(--line)',
  foregroundColors,
});

/** Near to Teams, in the colours of page.css. */
const host = new HostConfig({
  fontFamily: 'inherit',
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--emphasis)'),
    good: container('var(--good-bg)'),
    warning: container('var(--warn-bg)'),
    attention: container('var(--bad-bg)'),
    accent: container('var(--mine)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } },
    errorMessage: { color: 'attention', size: 'small' },
  },
  factSet: {
    title: { color: 'default', weight: 'bolder', wrap: true, maxWidth: 170 },
    value: { color: 'default', wrap: true },
    spacing: 12,
  },
});

/** @param submit is given a pressed button's data, the card's inputs among them */
export const renderCard = (content: unknown, submit: (data: object) => void): HTMLElement => {
  const card = new AdaptiveCard();
  card.version = new Version(1, 5);
  card.hostConfig = host;
  card.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction && action.url) window.open(action.url, '_blank', 'noopener');
    if (action instanceof SubmitAction) submit(action.data ?? {});
  };
  card.parse(content);
  return card.render() ?? document.createElement('div');
};
