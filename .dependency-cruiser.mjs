/**
 * The packages and apps from the bottom up: each may import what stands in lines above its own, and nothing else of the
 * workspace. Tests may import anything.
 */
export const layers = [
  ['packages/kernel'],
  ['packages/statistics', 'packages/database'],
  ['packages/journal'],
  ['packages/accounts'],
  ['packages/forms'],
  ['packages/survey'],
  ['packages/evidence'],
  ['packages/scorecard'],
  ['packages/oversight'],
  ['packages/messages'],
  ['packages/letters'],
  ['packages/operations'],
  ['packages/service-start', 'packages/command-line', 'packages/sample-company', 'packages/sign-in-provider'],
  ['packages/local-stack'],
  ['apps/survey', 'apps/reporting', 'apps/scheduler', 'apps/cli', 'apps/demo', 'apps/bench'],
]

const TESTS = ['\\.test\\.tsx?$', '/testing/', '/test/']

const arrows = layers.flatMap((layer, height) =>
  layer.map((from) => ({
    name: `downward-${from.replace('/', '-')}`,
    comment: `${from} may import only what stands below it`,
    severity: 'error',
    from: { path: `^${from}/`, pathNot: TESTS },
    to: {
      path: '^(apps|packages)/',
      pathNot: [from, ...layers.slice(0, height).flat()].map((place) => `^${place}/`),
    },
  })),
)

export default {
  forbidden: [
    ...arrows,
    {
      name: 'prisma-and-engines-only-in-database',
      severity: 'error',
      from: { pathNot: ['^packages/(database|operations)/', '-on-sqlite\\.ts$', '/answers/loading/', ...TESTS] },
      to: { path: 'node_modules/(@prisma|prisma|better-sqlite3)/' },
    },
    {
      name: 'prisma-comes-late',
      comment:
        'Two of three apps never need it, and it takes as long to load as the rest of them: import() it where it is used.',
      severity: 'error',
      from: { pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: {
        path: '^packages/database/src/(prisma/prisma-client|postgresql/postgresql-records)\\.ts$',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'postgresql-comes-late',
      comment: 'An installation on SQLite never loads it: take types, and call the methods of PostgresqlDatabase.',
      severity: 'error',
      from: {
        path: '^packages/(?!database/src/postgresql/)',
        pathNot: ['\\.test\\.ts$', '/testing/', '/open-postgresql\\.ts$'],
      },
      to: { path: '^packages/database/src/postgresql/', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'http-comes-late',
      comment:
        'An import of node:http loads Node’s fetch classes: 7 MB. Take it from process.getBuiltinModule, or import() it.',
      severity: 'error',
      from: {
        path: '^(apps/survey|packages/(service-start|kernel|database|journal|accounts|forms|survey|messages|evidence|scorecard|oversight))/src/',
        pathNot: ['\\.test\\.ts$', '/testing/'],
      },
      to: { path: '^(node:)?https?$', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'router-comes-late',
      comment: 'Survey links need no router, and with what it imports it takes 25 MB: import() it where it is used.',
      severity: 'error',
      from: { path: '^apps/survey/src/(main|bind-app|answering/survey-listener)\\.ts$' },
      to: {
        path: '^apps/survey/src/(router-listener|app)\\.ts$|node_modules/(hono|@hono)/',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'answers-need-no-router',
      comment: 'The handler of survey links is loaded at the start, so it never reaches the router.',
      severity: 'error',
      from: { path: '^apps/survey/src/answering/answer-handler\\.ts$' },
      to: { path: '^apps/survey/src/app\\.ts$|node_modules/(hono|@hono)/', reachable: true },
    },
    {
      name: 'trpc-server-only-in-reporting-server',
      severity: 'error',
      from: { pathNot: ['^apps/reporting/src/server/', '^apps/reporting/test/'] },
      to: { path: 'node_modules/@trpc/server/' },
    },
    {
      name: 'web-takes-only-types-from-server',
      severity: 'error',
      from: { path: '^apps/reporting/src/web/' },
      to: { path: '^apps/reporting/src/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'recharts-only-in-charts',
      severity: 'error',
      from: { pathNot: '^apps/reporting/src/web/charts/' },
      to: { path: 'node_modules/recharts/' },
    },
    {
      name: 'system-only-in-main',
      comment:
        'The clock, random and ids are bound once, in the composition root of an app; a thread has one of its own.',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: [
          '^apps/[^/]+/src/main\\.ts$',
          '^apps/scheduler/src/rehearse\\.ts$',
          '^packages/survey/src/travelers/staging-worker-on-sqlite\\.ts$',
          '^apps/(bench|cli|demo)/src/',
          '^packages/command-line/src/open-data\\.ts$',
          '\\.test\\.ts$',
          '/test/',
          '/testing/',
        ],
      },
      to: { path: '^packages/kernel/src/system\\.ts$' },
    },
    {
      name: 'exact-only-to-judges-and-publish',
      comment:
        'A judged value leaves through publish, no finer than hidden groups can bear. Only replay prints all digits, of the operator’s own files.',
      severity: 'error',
      from: {
        pathNot: [
          '^packages/scorecard/src/(exact|exact-figures|build-scorecard|goals/judge-goal|change/(compare-verdicts|change-by-chance|compare-waves))\\.ts$',
          '^packages/scorecard/src/goals/(policy-publication|staff-training|incident-reduction|customer-satisfaction|partner-audit)\\.ts$',
          '^packages/scorecard/src/measures/count-indicators\\.ts$',
          '^packages/scorecard/src/publish/publish(-sealed)?\\.ts$',
          '^apps/demo/src/replay/',
          '\\.test\\.ts$',
          '/testing/',
        ],
      },
      to: { path: '^packages/scorecard/src/exact(-figures)?\\.ts$' },
    },
    {
      name: 'no-circular',
      comment: 'Files that need each other to run. Two files may know each other by type.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: ['\\.test\\.tsx?$', '/test/'] },
      to: { path: '\\.test\\.tsx?$' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['packages/database/.*generated/', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
