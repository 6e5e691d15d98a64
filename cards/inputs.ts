import type { Day } from '../membership/rules/calendar.ts';
import { oneLine } from './format.ts';

interface InputBase {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}
interface DateInput extends InputBase {
  readonly type: 'Input.Date';
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
}
interface ChoiceInput extends InputBase {
  readonly type: 'Input.ChoiceSet';
  readonly value?: string;
  /** `compact`: a list to open, where there may be many. */
  readonly style: 'expanded' | 'compact';
  readonly wrap: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}
export type Input =
  | (InputBase & {
      readonly type: 'Input.Text';
      readonly value?: string;
      readonly placeholder?: string;
      readonly maxLength: number;
      readonly style?: 'text' | 'email' | 'tel';
    })
  | DateInput
  | ChoiceInput
  | (InputBase & {
      readonly type: 'Input.Toggle';
      readonly title: string;
      readonly value: 'true' | 'false';
      readonly valueOn: 'true';
      readonly valueOff: 'false';
      readonly wrap: true;
    });

interface TextInput {
  readonly id: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly style?: 'text' | 'email' | 'tel';
  /** What is said where it is left empty; without it the input may be empty. */
  readonly missing?: string;
}

const required = (missing: string | undefined): Pick<InputBase, 'isRequired' | 'errorMessage'> =>
  missing === undefined ? {} : { isRequired: true, errorMessage: missing };

export const textInput = ({ id, label, value, style, missing }: TextInput): Input => ({
  type: 'Input.Text',
  id,
  label,
  ...(value === undefined ? {} : { value: oneLine(value) }),
  maxLength: 200,
  style: style ?? 'text',
  ...required(missing),
});

export const dateInput = (id: string, label: string, value: Day | undefined, missing: string): DateInput => ({
  type: 'Input.Date',
  id,
  label,
  ...(value === undefined ? {} : { value }),
  ...required(missing),
});

export const choiceInput = (
  input: { readonly id: string; readonly label: string; readonly missing: string },
  choices: readonly { readonly title: string; readonly value: string }[],
  value: string | undefined,
): ChoiceInput => ({
  type: 'Input.ChoiceSet',
  id: input.id,
  label: input.label,
  style: 'expanded',
  wrap: true,
  choices,
  ...(value === undefined ? {} : { value }),
  ...required(input.missing),
});

/** The same for many choices: a list that is opened. */
export const listInput = (...given: Parameters<typeof choiceInput>): Input => ({
  ...choiceInput(...given),
  style: 'compact',
});

export const toggleInput = (input: {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly missing: string;
  readonly on: boolean;
}): Input => ({
  type: 'Input.Toggle',
  id: input.id,
  label: input.label,
  title: oneLine(input.title),
  value: input.on ? 'true' : 'false',
  valueOn: 'true',
  valueOff: 'false',
  wrap: true,
  ...required(input.missing),
});
