import { buttonData, type ButtonData } from './actions.ts';
import { escape, oneLine } from './format.ts';
import type { Input } from './inputs.ts';

/** The subset of Adaptive Cards 1.5 that the bot uses; every text in it is escaped here, once. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  /** The only colour that can be read on every client; what is good has a mark and is bold. */
  readonly color?: 'attention';
  readonly fontType?: 'monospace';
  readonly isSubtle?: true;
  readonly spacing?: Spacing;
  readonly separator?: true;
}
type Spacing = 'none' | 'small' | 'medium' | 'large';

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly spacing?: Spacing;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis' | 'good' | 'attention' | 'warning';
  readonly spacing?: Spacing;
  readonly separator?: true;
  readonly selectAction?: SubmitAction;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
  readonly spacing?: Spacing;
}

export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly tooltip?: string;
  readonly data: ReturnType<typeof buttonData>;
  /** `none`: goes without the card's inputs, whether they are filled in or not. */
  readonly associatedInputs: 'auto' | 'none';
  readonly style?: 'positive' | 'destructive';
}

/** Opens a page outside Teams; the title says so with its arrow. */
export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
  readonly tooltip?: string;
}

export type Action = SubmitAction | OpenUrlAction;

export type Element = TextBlock | FactSet | Container | Input | ActionSet;

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** One line in the person's language: what a notification shows, and the activity's summary. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

type TextStyle = Omit<TextBlock, 'type' | 'text' | 'wrap'>;

export const text = (words: string, style: TextStyle = {}): TextBlock => ({
  type: 'TextBlock',
  text: escape(words),
  wrap: true,
  ...style,
});
export const heading = (words: string): TextBlock =>
  text(words, { style: 'heading', size: 'large', weight: 'bolder' });
export const subheading = (words: string): TextBlock =>
  text(words, { style: 'heading', size: 'medium', weight: 'bolder', spacing: 'medium' });
export const note = (words: string): TextBlock =>
  text(words, { isSubtle: true, size: 'small', spacing: 'small' });
/** What is copied: a line of its own, so that a long press or a triple click takes it whole. */
export const copyable = (words: string): TextBlock =>
  text(words, { fontType: 'monospace', size: 'large', weight: 'bolder', spacing: 'none' });

export const facts = (
  ...rows: readonly (readonly [title: string, value: string] | undefined)[]
): FactSet => ({
  type: 'FactSet',
  facts: rows
    .filter((row) => row !== undefined)
    .map(([title, value]) => ({ title: escape(title), value: escape(value) })),
});

export const submit = (
  title: string,
  data: ButtonData,
  options: {
    readonly tooltip?: string;
    readonly style?: 'positive' | 'destructive';
    readonly inputs?: true;
  } = {},
): SubmitAction => {
  const { inputs, ...shown } = options;
  return {
    type: 'Action.Submit',
    title,
    data: buttonData(data),
    associatedInputs: inputs ? 'auto' : 'none',
    ...shown,
  };
};

export const openPage = (title: string, url: string, tooltip?: string): OpenUrlAction => ({
  type: 'Action.OpenUrl',
  title,
  url,
  ...(tooltip === undefined ? {} : { tooltip }),
});

/** A line that opens a page outside Teams; the title says so with its arrow. */
export const link = (title: string, url: string): TextBlock => ({
  ...text(title, { spacing: 'small' }),
  // A bracket in the address would end the link early.
  text: `[${escape(title)}](${url.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\s/g, '%20')})`,
});

/** A framed part of a card. */
export const tile = (...items: readonly Element[]): Container => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'medium',
  items,
});

/** A coloured line on top that says what has just happened; colour is never the only sign. */
export const banner = (style: 'good' | 'attention' | 'warning', ...items: readonly Element[]): Container => ({
  type: 'Container',
  style,
  items,
});

/** A row of a list, pressed as a whole; `selectAction` is reached by keyboard too. */
export const row = (title: string, data: ButtonData): Container => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'small',
  selectAction: submit(title, data),
  items: [text(title, { weight: 'bolder' })],
});

/** What has to be put right before the card can go on; nothing where there is nothing. */
export const problemList = (problems: readonly string[]): readonly Element[] =>
  problems.length === 0
    ? []
    : [banner('attention', ...problems.map((problem) => text(`✖ ${problem}`, { spacing: 'small' })))];

/** What a row of buttons may hold on the narrowest phone, in letters; a button's padding counts as five. */
const rowWidth = 34;
const widthOf = (action: Action): number => action.title.length + 5;

/** Buttons in as few rows as a phone can show: a renderer may cut off what does not fit, instead of wrapping it. */
export const buttonRows = (...actions: readonly Action[]): readonly ActionSet[] =>
  actions
    .reduce<readonly (readonly Action[])[]>((rows, action) => {
      const last = rows.at(-1) ?? [];
      const width = [...last, action].reduce((sum, each) => sum + widthOf(each), 0);
      return last.length > 0 && width <= rowWidth
        ? [...rows.slice(0, -1), [...last, action]]
        : [...rows, [action]];
    }, [])
    .map((row, index) => ({ type: 'ActionSet', actions: row, ...(index > 0 ? { spacing: 'small' } : {}) }));

/** @param summary one line: what a notification shows */
export const card = (summary: string, body: readonly Element[], actions: readonly Action[] = []): Card => {
  const rows = buttonRows(...actions);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: oneLine(summary),
    body: rows.length > 1 ? [...body, ...rows] : body,
    ...(rows.length === 1 ? { actions } : {}),
  };
};
