// Imports go down: apps -> store, letters, messages -> survey, evidence, scorecard, oversight -> statistics, kernel.
const core = '(kernel|statistics|survey|evidence|scorecard|oversight)'

/** What each package may import from the workspace; all else is forbidden. */
export const mayImport = {
  'packages/kernel': [],
  'packages/statistics': ['packages/kernel'],
  'packages/survey': ['packages/kernel', 'packages/statistics'],
  'packages/evidence': ['packages/kernel'],
  'packages/scorecard': ['packages/kernel', 'packages/statistics'],
  'packages/oversight': ['packages/kernel'],
  'packages/messages': [
    'packages/kernel',
    'packages/survey',
    'packages/evidence',
    'packages/scorecard',
    'packages/oversight',
  ],
  'packages/letters': [
    'packages/kernel',
    'packages/messages',
    'packages/survey',
    'packages/scorecard',
    'packages/oversight',
  ],
  'packages/store': [
    'packages/kernel',
    'packages/survey',
    'packages/evidence',
    'packages/scorecard',
    'packages/oversight',
    'packages/letters',
  ],
  'packages/sample-company': ['packages/kernel', 'packages/survey', 'packages/evidence'],
  'packages/command-line': ['packages/kernel', 'packages/messages', 'packages/store'],
  'packages/service-start': ['packages/kernel', 'packages/messages', 'packages/store'],
  'packages/local-stack': [
    'packages/kernel',
    'packages/survey',
    'packages/scorecard',
    'packages/store',
    'packages/command-line',
  ],
  'packages/sign-in-provider': [],
  'apps/survey': [
    'packages/kernel',
    'packages/survey',
    'packages/evidence',
    'packages/messages',
    'packages/letters',
    'packages/store',
    'packages/service-start',
  ],
  'apps/reporting': ['packages/'],
  'apps/scheduler': ['packages/'],
  'apps/cli': ['packages/'],
  'apps/demo': ['packages/'],
  'apps/bench': ['packages/'],
}

const arrows = Object.entries(mayImport).map(([from, to]) => ({
  name: `arrow-${from.replace('/', '-')}`,
  comment: `${from} may import only ${to.join(', ') || 'nothing of the workspace'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: '^(apps|packages)/',
    pathNot: [`^${from}/`, ...to.map((place) => (place.endsWith('/') ? `^${place}` : `^${place}/`))],
  },
}))

export default {
  forbidden: [
    ...arrows,
    {
      name: 'core-is-pure',
      comment: 'A core package touches no file, socket, process or clock: it gets what it needs as an argument.',
      severity: 'error',
      from: {
        path: `^packages/${core}/src/`,
        pathNot: [
          '\\.test\\.ts$',
          '/testing/',
          '^packages/kernel/src/(system|secrets/keyring|network/address-ranges)\\.ts$',
          '^packages/evidence/src/import/',
        ],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nouns-need-no-ports',
      comment: 'noun.ts is pure; only verb-noun.ts use cases and the ports file itself know ports.',
      severity: 'error',
      from: {
        path: `^packages/${core}/src/`,
        pathNot: ['-[a-z]+\\.ts$', '\\.test\\.ts$', '/testing/', '/(ports|index)\\.ts$'],
      },
      to: { path: '/ports\\.ts$' },
    },
    {
      name: 'prisma-and-sql-only-in-store',
      severity: 'error',
      from: { pathNot: ['^packages/store/', '\\.test\\.ts$', '/test/'] },
      to: { path: 'node_modules/(@prisma|prisma|better-sqlite3)/' },
    },
    {
      name: 'prisma-comes-late',
      comment:
        'Two of three apps never need it, and it takes as long to load as the rest of them: import() it where it is used.',
      severity: 'error',
      from: { pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: {
        path: '^packages/store/src/engine/(prisma/prisma-client|postgresql/postgresql-records)\\.ts$',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'postgresql-comes-late',
      comment: 'An installation on SQLite never loads it: take types, and call the methods of PostgresqlDatabase.',
      severity: 'error',
      from: {
        path: '^packages/store/src/(?!engine/postgresql/)',
        pathNot: ['\\.test\\.ts$', '/testing/', '/open-postgresql\\.ts$'],
      },
      to: { path: '^packages/store/src/engine/postgresql/', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'http-comes-late',
      comment:
        'An import of node:http loads Node’s fetch classes: 7 MB. Take it from process.getBuiltinModule, or import() it.',
      severity: 'error',
      from: {
        path: '^(apps/survey|packages/(service-start|kernel|store|survey|messages|evidence|scorecard))/src/',
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
          '^packages/store/src/travelers/staging-worker-on-sqlite\\.ts$',
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
          '^packages/scorecard/src/(exact|exact-figures|assemble-scorecard|goals/judge-goal|change/(compare-verdicts|change-by-chance|compare-waves))\\.ts$',
          '^packages/scorecard/src/goals/(policy-publication|staff-training|incident-reduction|customer-satisfaction|partner-audit)\\.ts$',
          '^packages/scorecard/src/measures/judge-indicator\\.ts$',
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
    exclude: { path: ['packages/store/.*generated/', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
