import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { JSDOM } from 'jsdom';
import type { Card } from '../../cards/elements.ts';

/** Its bundle is the only part of the package that Node can load, and it has no types of its own. */
const adaptivecards = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** As much Markdown as the cards use: links, and signs that a backslash takes the effect from. */
const toHtml = (markdown: string): string =>
  markdown
    .replace(/\\(.)/gu, (_, sign: string) => `&#${String(sign.codePointAt(0))};`)
    .replace(/</g, '&lt;')
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '<a href="$2">$1</a>');
adaptivecards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/** The renderer wants a browser: its document, and the element classes that it compares with. */
const useBrowser = (): void => {
  const { window } = new JSDOM('<!doctype html>');
  const classes = Object.getOwnPropertyNames(window).filter((name) => /^HTML\w*Element$/.test(name));
  // jsdom has no layout, so it has no innerText; the renderer writes a button's title with it.
  Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
    set(this: HTMLElement, text: string) {
      this.textContent = text;
    },
  });
  for (const name of ['document', 'window', 'Node', ...classes]) {
    Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true });
  }
};

const leaveBrowser = (before: readonly string[]): void => {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!before.includes(name)) Reflect.deleteProperty(globalThis, name);
  }
};

export interface Rendered {
  /** What the parser and the validator complain about. */
  readonly complaints: readonly string[];
  readonly text: string;
  readonly links: readonly string[];
}

/** Parses and renders a card as version 1.5 with the renderer's own rules. */
export const render = (card: Card): Rendered => {
  const before = Object.getOwnPropertyNames(globalThis);
  useBrowser();
  try {
    const context = new adaptivecards.SerializationContext(adaptivecards.Versions.v1_5);
    const parsed = new adaptivecards.AdaptiveCard();
    parsed.parse(card, context);
    const parsing = Array.from(
      { length: context.eventCount },
      (_, index) => context.getEventAt(index).message,
    );
    const validating = parsed.validateProperties().validationEvents.map((event) => event.message);
    const element = parsed.render();
    return {
      complaints: [...parsing, ...validating, ...(element ? [] : ['not rendered'])],
      text: element?.textContent ?? '',
      links: [...(element?.querySelectorAll('a') ?? [])].map((anchor) => anchor.href),
    };
  } finally {
    leaveBrowser(before);
  }
};
