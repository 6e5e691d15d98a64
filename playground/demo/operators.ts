import type { Environment } from '../../bot/settings/names.ts';
import { samePerson, type PersonId } from '../../membership/rules/ids.ts';
import { demoPeople, operator, type DemoPerson } from './people.ts';

/** The environment of local mode: its own operator where no other is named. */
export const withDemoOperator = (env: Environment): Environment =>
  env['OPERATORS'] ? env : { ...env, OPERATORS: `${operator.tenantId}/${operator.aadObjectId}` };

const namedOperator = (id: PersonId, index: number): DemoPerson => ({
  ...id,
  key: `operator-${index + 1}`,
  name: `Operator ${index + 1}`,
  email: '',
  userId: `29:${id.tenantId}:${id.aadObjectId}`,
  about: `operator ${id.aadObjectId}`,
  organisation: operator.organisation,
});

/** Whom one can speak as: the demo people and the operators of the settings, each once. */
export const peopleWith = (operators: readonly PersonId[]): readonly DemoPerson[] => {
  const others = operators.filter((id) => !demoPeople.some((person) => samePerson(person, id)));
  const isOffered = (person: DemoPerson): boolean =>
    person !== operator || operators.some((id) => samePerson(id, operator));
  return [...demoPeople.filter(isOffered), ...others.map(namedOperator)];
};
