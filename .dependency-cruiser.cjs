/** The house's import rules: who may import whom. The table stands in docs/structure.md too. */
const room = (name) => `^${name}/`;
const only = (from, allowed, comment) => ({
  name: `${from.replace(/\W+/g, '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: room(from) },
  to: {
    path: '^(bot|cards|dialogs|membership|payments|store|pages|playground|test|bench|manifest)/',
    pathNot: [room(from), ...allowed].join('|'),
  },
});
const rules = room('membership/rules');
const ports = '^membership/(ports|gateway-ports|proof-ports)\\.ts$';
const deeds = room('membership/deeds');

module.exports = {
  forbidden: [
    only('membership/rules', [], 'The rules know nothing but themselves.'),
    only('membership/deeds', [rules, ports], 'Deeds see rules and ports.'),
    {
      name: 'ports-import',
      severity: 'error',
      from: { path: ports },
      to: { path: '^(?!node_modules)', pathNot: rules },
    },
    only('cards', [rules], 'Cards show what the rules say.'),
    only('dialogs', [room('cards'), deeds, ports, rules]),
    only('payments', [ports, rules]),
    only('store', [ports, rules]),
    only('pages', [room('cards'), deeds, rules]),
    only('bot', [
      room('cards'),
      room('dialogs'),
      room('membership'),
      room('payments'),
      room('store'),
      room('pages'),
    ]),
    only('manifest', [], 'The app package stands alone.'),
    {
      name: 'nobody-imports-test-or-playground',
      severity: 'error',
      from: { pathNot: '^(test|bench|playground)/' },
      to: { path: '^(test|bench|playground)/' },
    },
    {
      name: 'the-bench-borrows-only-test-support',
      severity: 'error',
      from: { path: '^playground/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'bot-framework-stays-at-the-door',
      severity: 'error',
      from: { path: '^(cards|membership|payments|store|pages|playground|manifest)/' },
      to: { path: 'node_modules/botbuilder|node_modules/botframework' },
    },
    {
      name: 'restify-at-the-door',
      severity: 'error',
      from: { pathNot: '^(bot|playground|test|bench)/' },
      to: { path: 'node_modules/restify' },
    },
    {
      name: 'stripe-in-its-room',
      severity: 'error',
      from: { pathNot: '^(payments/card|test|bench|playground)/' },
      to: { path: 'node_modules/stripe' },
    },
    {
      name: 'azure-storage-in-its-room',
      severity: 'error',
      from: { pathNot: '^(store/blob|test)/' },
      to: { path: 'node_modules/@azure/' },
    },
    {
      name: 'traces-are-seen-from-the-door',
      severity: 'error',
      from: { pathNot: '^(bot/observe|test)/' },
      to: { path: 'node_modules/@opentelemetry/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
