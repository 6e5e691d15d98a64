import assert from 'node:assert/strict';
import { findCompetencies } from '../../cards/find-competencies.ts';
import { catalogue, competencies } from './fixtures.ts';

const found = (typed: string): string =>
  findCompetencies(catalogue, typed)
    .map(({ name }) => name)
    .join(', ');

const cases: readonly (readonly [typed: string, names: string])[] = [
  ['Data Analytics', 'Data Analytics'],
  ['  data   ANALYTICS!', 'Data Analytics'],
  ['analytics data', 'Data Analytics'],
  ['data', 'Datacenter, Data Analytics, Data Platform'],
  ['dåtå ånalytics', 'Data Analytics'],
  ['Cløud Platførm', 'Cloud Platform'],
  ['CLØUD PLATFORM', 'Cloud Platform'],
  ['data an', 'Data Analytics'],
  ['datacenter', 'Datacenter'],
  ['analitics', 'Data Analytics'],
  ['anayltics', 'Data Analytics'],
  ['analyticss', 'Data Analytics'],
  ['securty', 'Security'],
  ['security', 'Security'],
  ['platform', 'Cloud Platform, Data Platform'],
  [
    'cloud',
    'Cloud Platform, Cloud Business Applications, Cloud Productivity, Small and Midmarket Cloud Solutions',
  ],
  ['cloud platform', 'Cloud Platform'],
  ['devops', 'DevOps'],
  ['dev ops', ''],
  ['erp', 'Enterprise Resource Planning'],
  ['project', 'Project and Portfolio Management'],
  ['windows & devices', 'Windows and Devices'],
  ['windows and', 'Windows and Devices'],
  ['collaboration and content', 'Collaboration and Content'],
  ['what does Data Analytics cost', 'Data Analytics'],
  ['datta', 'Data Analytics, Data Platform'],
  ['dtaa', ''],
  ['', ''],
  ['and', ''],
  ['a', ''],
  ['.*', ''],
];

/** Typed all the time, and never a competency. */
const ordinary =
  'help yes no ja nej nee ok fee fees kosten prijs avgift pris stop cancel offers orders proof hello hej hoi thanks ' +
  'bedankt tack please what how why menu language taal price pay betalen betala order gold silver guld number 12345';

describe('competencies by name', () => {
  for (const [typed, names] of cases)
    it(`${JSON.stringify(typed)} → ${names}`, () => assert.equal(found(typed), names));

  it('each is found by its whole name, alone', () => {
    for (const { name } of competencies) assert.equal(found(name), name);
  });

  it('each is found by its whole name with any two neighbouring letters of a word swapped', () => {
    for (const { name } of competencies.filter((candidate) => candidate.name.length > 6)) {
      const swapped = `${name.slice(0, 2)}${name.charAt(3)}${name.charAt(2)}${name.slice(4)}`;
      const [first = ''] = name.split(' ');
      if (first.length >= 5) assert.ok(found(swapped).includes(name), swapped);
    }
  });

  it('ordinary words find none', () => {
    assert.deepEqual(
      ordinary.split(' ').filter((word) => found(word) !== ''),
      [],
    );
  });
});
