import type { Action, Card, Element, OpenUrlAction, SubmitAction } from '../../cards/elements.ts';
import type { Input } from '../../cards/inputs.ts';

export interface Parts {
  readonly elements: readonly Element[];
  readonly inputs: readonly Input[];
  readonly actions: readonly Action[];
  readonly submits: readonly SubmitAction[];
  /** What opens a page outside Teams. */
  readonly opens: readonly OpenUrlAction[];
  /** Each row of buttons; Teams shows at most six of one. */
  readonly actionSets: readonly (readonly Action[])[];
}

const within = (element: Element): readonly Element[] => {
  if (element.type === 'Container') return [element, ...element.items.flatMap(within)];
  return [element];
};

const isInput = (element: Element): element is Input => element.type.startsWith('Input.');

/** A card taken to pieces. */
export const partsOf = (card: Card): Parts => {
  const elements = card.body.flatMap(within);
  const actionSets = [
    card.actions ?? [],
    ...elements.flatMap((element) => (element.type === 'ActionSet' ? [element.actions] : [])),
  ];
  const pressed = elements.flatMap((element) =>
    element.type === 'Container' && element.selectAction ? [element.selectAction] : [],
  );
  const actions = [...actionSets.flat(), ...pressed];
  return {
    elements,
    inputs: elements.filter(isInput),
    actions,
    submits: actions.filter((action) => action.type === 'Action.Submit'),
    opens: actions.filter((action) => action.type === 'Action.OpenUrl'),
    actionSets,
  };
};

/** Every text that a card shows, as it is in the card. */
export const textsOf = (card: Card): readonly string[] =>
  partsOf(card).elements.flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text];
    if (element.type === 'FactSet') return element.facts.flatMap(({ title, value }) => [title, value]);
    return [];
  });

/** The titles of all buttons, rows included. */
export const titlesOf = (card: Card): readonly string[] =>
  partsOf(card).actions.map((action) => action.title);

/** All that a card shows, a line each. */
export const shown = (card: Card): string =>
  textsOf(card)
    .join('\n')
    .replace(/\u00a0/g, ' ');

/** What its buttons ask for. */
export const pressed = (card: Card): readonly string[] =>
  partsOf(card).submits.map(({ data }) => data.action);

/** The pages that it opens, by title and address. */
export const opened = (card: Card): readonly string[] =>
  partsOf(card).opens.map(({ title, url }) => `${title} ${url}`);
