import type { Action, Card, Element, Input } from '../../cards/elements.ts';

export interface Parts {
  readonly elements: readonly Element[];
  readonly inputs: readonly Input[];
  readonly actions: readonly Action[];
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
  return {
    elements,
    inputs: elements.filter(isInput),
    actions: [...actionSets.flat(), ...pressed],
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
