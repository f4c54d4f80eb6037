/** The walls of the house (CONTRIBUTING.md). Every rule has one faulty file in test/house/walls, so that a rule that stops working fails. */
const order = [
  'areas',
  'vaccines',
  'lots',
  'accounts',
  'api-keys',
  'sheets',
  'organisations',
  'applications',
  'venues',
  'wholesaler-areas',
  'satellites',
  'cycles',
  'demands',
  'allocations',
  'deliveries',
  'stock',
  'reports',
  'totals',
  'proposals',
  'claims',
  'booking-status',
  'navi',
  'knowledge',
  'support',
  'service-desk',
  'retention',
  'notices',
  'home',
];
const src = process.env.WALLS_ROOT ?? 'src';
const features = `^${src}/features/`;
const pure = `${features}[^/]+/[^/.]+\\.ts$`;
const notPure = `/(routes|index)\\.ts$`;

/** A lower room may use an upper one, never the reverse. */
const upward = order.map((room, i) => ({
  name: `only-upward-from-${room}`,
  severity: 'error',
  from: { path: `${features}${room}/` },
  to: { path: `${features}(${order.slice(i + 1).join('|') || '-'})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: `^${src}/` },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'features-by-the-door',
      severity: 'error',
      from: { path: `${features}([^/]+)/` },
      to: { path: features, pathNot: [`${features}$1/`, `${features}[^/]+/index\\.ts$`] },
    },
    ...upward,
    {
      name: 'pure-stays-pure',
      severity: 'error',
      from: { path: pure, pathNot: [notPure, '\\.test\\.ts$'] },
      to: {
        path: [
          `^${src}/platform/`,
          `^${src}/ui/`,
          '\\.(store|service|page|job|csv|mail|pdf)\\.tsx?$',
          '^(node:)?(fs|http|net|child_process|worker_threads|timers)(/|$)',
          '(^|/)node_modules/(kysely|fastify|pg)/',
        ],
      },
    },
    {
      name: 'kysely-only-in-stores',
      severity: 'error',
      from: { path: features, pathNot: '\\.(store|tables)\\.ts$' },
      to: { path: '(^|/)node_modules/kysely/' },
    },
    {
      name: 'no-db-handle-in-features',
      severity: 'error',
      from: { path: features },
      to: { path: `^${src}/platform/db/(?!index\\.ts|tables\\.ts)` },
    },
    {
      name: 'pages-do-not-fetch',
      severity: 'error',
      from: { path: '\\.page\\.tsx$' },
      to: {
        path: ['\\.(store|service|job)\\.ts$', `^${src}/platform/(db|jobs|mail)/`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'islands-stay-in-the-browser',
      severity: 'error',
      from: { path: '\\.island\\.tsx?$' },
      to: {
        path: [
          `^${src}/platform/`,
          '\\.(store|service|page|job)\\.tsx?$',
          '^(node:)?(fs|http|net|os|crypto|child_process)(/|$)',
          '(^|/)node_modules/zod/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: `^${src}/kernel/` },
      to: { path: `^${src}/(features|platform|ui|demo|seed)/` },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: `^${src}/platform/` },
      to: { path: `^${src}/(features|ui|demo|seed)/` },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: `^${src}/ui/` },
      to: { path: `^${src}/(features|platform|demo|seed)/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
