export interface ArrowCase {
  readonly says: string
  readonly path: string
  readonly text: string
  /** Other files that the case needs. */
  readonly beside?: Readonly<Record<string, string>>
}

const takes = (from: string): string => `import { taken } from '${from}'\nexport const mine = taken\n`
const takesType = (from: string): string => `import type { taken } from '${from}'\nexport type Mine = typeof taken\n`

const TAKEN = 'export const taken = 1\n'
const SERVER = { 'apps/reporting/src/server/trpc/router.ts': TAKEN }
const EXACT = { 'packages/scorecard/src/exact.ts': TAKEN, 'packages/scorecard/src/exact-figures.ts': TAKEN }
const PRISMA = { 'packages/store/src/engine/prisma/prisma-client.ts': TAKEN }

/** The import rule that must catch each case; no other rule may. */
export const FORBIDDEN: readonly (ArrowCase & { readonly rule: string })[] = [
  {
    rule: 'arrow-packages-kernel',
    says: 'kernel imports scorecard',
    path: 'packages/kernel/src/reach.ts',
    text: takes('@wayproof/scorecard'),
  },
  {
    rule: 'arrow-packages-kernel',
    says: 'kernel imports scorecard by a path',
    path: 'packages/kernel/src/reach-by-path.ts',
    text: takes('../../scorecard/src/index.ts'),
  },
  {
    rule: 'arrow-packages-statistics',
    says: 'statistics imports survey',
    path: 'packages/statistics/src/reach.ts',
    text: takes('@wayproof/survey'),
  },
  {
    rule: 'arrow-packages-survey',
    says: 'survey imports evidence',
    path: 'packages/survey/src/reach.ts',
    text: takes('@wayproof/evidence'),
  },
  {
    rule: 'arrow-packages-survey',
    says: 'survey imports a type from the store',
    path: 'packages/survey/src/reach-for-type.ts',
    text: takesType('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-evidence',
    says: 'evidence imports statistics',
    path: 'packages/evidence/src/reach.ts',
    text: takes('@wayproof/statistics'),
  },
  {
    rule: 'arrow-packages-scorecard',
    says: 'scorecard imports survey',
    path: 'packages/scorecard/src/reach.ts',
    text: takes('@wayproof/survey'),
  },
  {
    rule: 'arrow-packages-messages',
    says: 'messages import letters',
    path: 'packages/messages/src/reach.ts',
    text: takes('@wayproof/letters'),
  },
  {
    rule: 'arrow-packages-letters',
    says: 'letters import the store',
    path: 'packages/letters/src/reach.ts',
    text: takes('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-store',
    says: 'the store imports messages',
    path: 'packages/store/src/reach.ts',
    text: takes('@wayproof/messages'),
  },
  {
    rule: 'arrow-apps-survey',
    says: "the traveler's pages import scorecard",
    path: 'apps/survey/src/reach.ts',
    text: takes('@wayproof/scorecard'),
  },
  {
    rule: 'arrow-apps-reporting',
    says: 'an app imports an app',
    path: 'apps/reporting/src/server/reach.ts',
    text: takes('../../../survey/src/main.ts'),
  },
  {
    rule: 'arrow-apps-scheduler',
    says: 'an app imports an app',
    path: 'apps/scheduler/src/reach.ts',
    text: takes('../../reporting/src/main.ts'),
  },
  {
    rule: 'arrow-apps-demo',
    says: 'the demo imports an app instead of starting it',
    path: 'apps/demo/src/reach.ts',
    text: takes('../../scheduler/src/main.ts'),
  },
  {
    rule: 'arrow-apps-cli',
    says: 'a command imports the demo',
    path: 'apps/cli/src/reach.ts',
    text: takes('../../demo/src/main.ts'),
  },
  {
    rule: 'arrow-apps-bench',
    says: 'a benchmark imports an app instead of starting it',
    path: 'apps/bench/src/reach.ts',
    text: takes('../../survey/src/main.ts'),
  },
  {
    rule: 'arrow-packages-sample-company',
    says: 'the sample company imports the store',
    path: 'packages/sample-company/src/reach.ts',
    text: takes('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-sign-in-provider',
    says: 'the sign-in provider of tests imports the kernel',
    path: 'packages/sign-in-provider/src/reach.ts',
    text: takes('@wayproof/kernel'),
  },
  {
    rule: 'arrow-packages-command-line',
    says: 'the command line imports the local stack',
    path: 'packages/command-line/src/reach.ts',
    text: takes('@wayproof/local-stack'),
  },
  {
    rule: 'arrow-packages-service-start',
    says: 'the start of a server imports letters',
    path: 'packages/service-start/src/reach.ts',
    text: takes('@wayproof/letters'),
  },
  {
    rule: 'arrow-packages-local-stack',
    says: 'the local stack imports the sample company',
    path: 'packages/local-stack/src/reach.ts',
    text: takes('@wayproof/sample-company'),
  },
  {
    rule: 'core-is-pure',
    says: 'a core package reads files',
    path: 'packages/scorecard/src/reads-files.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const mine = readFileSync\n",
  },
  {
    rule: 'nouns-need-no-ports',
    says: 'a noun file imports ports',
    path: 'packages/survey/src/links/invitation.ts',
    text: takesType('../ports.ts'),
    beside: { 'packages/survey/src/ports.ts': TAKEN },
  },
  {
    rule: 'prisma-and-sql-only-in-store',
    says: 'an app imports Prisma',
    path: 'apps/scheduler/src/asks-prisma.ts',
    text: takes('@prisma/client'),
  },
  {
    rule: 'prisma-and-sql-only-in-store',
    says: 'letters open SQLite',
    path: 'packages/letters/src/opens-sqlite.ts',
    text: takes('better-sqlite3'),
  },
  {
    rule: 'prisma-comes-late',
    says: 'a store loads Prisma at start',
    path: 'packages/store/src/loads-prisma.ts',
    text: takes('./engine/prisma/prisma-client.ts'),
    beside: PRISMA,
  },
  {
    rule: 'postgresql-comes-late',
    says: 'a store loads PostgreSQL at start',
    path: 'packages/store/src/loads-postgresql.ts',
    text: takes('./engine/postgresql/connection-pool.ts'),
    beside: { 'packages/store/src/engine/postgresql/connection-pool.ts': TAKEN },
  },
  {
    rule: 'trpc-server-only-in-reporting-server',
    says: "the traveler's pages serve procedures",
    path: 'apps/survey/src/serves.ts',
    text: takes('@trpc/server'),
  },
  {
    rule: 'web-takes-only-types-from-server',
    says: 'the dashboard imports a value from the server',
    path: 'apps/reporting/src/web/takes-value.ts',
    text: takes('../server/trpc/router.ts'),
    beside: SERVER,
  },
  {
    rule: 'recharts-only-in-charts',
    says: 'a page imports a chart library directly',
    path: 'apps/reporting/src/web/scorecard/draws.ts',
    text: takes('recharts'),
  },
  {
    rule: 'system-only-in-main',
    says: 'a server file reads the clock',
    path: 'apps/reporting/src/server/takes-clock.ts',
    text: takes('@wayproof/kernel/system'),
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    says: 'a page opens exact figures',
    path: 'apps/reporting/src/server/prints-digits.ts',
    text: takes('@wayproof/scorecard/exact-figures'),
    beside: EXACT,
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    says: 'a command other than replay opens exact figures',
    path: 'apps/demo/src/prints-digits.ts',
    text: takes('@wayproof/scorecard/exact-figures'),
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    says: 'scorecard exports exact figures',
    path: 'packages/scorecard/src/gives-digits.ts',
    text: takesType('./exact.ts'),
    beside: EXACT,
  },
  {
    rule: 'no-circular',
    says: 'two files import each other',
    path: 'packages/evidence/src/first.ts',
    text: "import { second } from './second.ts'\nexport const first = () => second\n",
    beside: {
      'packages/evidence/src/second.ts': "import { first } from './first.ts'\nexport const second = () => first\n",
    },
  },
  {
    rule: 'no-circular',
    says: 'two files import only types from each other',
    path: 'packages/evidence/src/first-type.ts',
    text: "import type { Second } from './second-type.ts'\nexport type First = { second: Second }\n",
    beside: {
      'packages/evidence/src/second-type.ts':
        "import type { First } from './first-type.ts'\nexport type Second = { first: First | null }\n",
    },
  },
  {
    rule: 'not-to-tests',
    says: 'the product imports a test file',
    path: 'packages/messages/src/takes-from-test.ts',
    text: takes('./some.test.ts'),
    beside: { 'packages/messages/src/some.test.ts': TAKEN },
  },
  {
    rule: 'resolvable',
    says: 'the imported file does not exist',
    path: 'packages/kernel/src/lost.ts',
    text: takes('./nobody.ts'),
  },
]

export const LEGAL: readonly ArrowCase[] = [
  { says: 'scorecard -> statistics', path: 'packages/scorecard/src/fine.ts', text: takes('@wayproof/statistics') },
  { says: 'letters -> messages', path: 'packages/letters/src/fine.ts', text: takes('@wayproof/messages') },
  { says: 'store -> letters', path: 'packages/store/src/fine.ts', text: takesType('@wayproof/letters') },
  { says: 'store -> Prisma', path: 'packages/store/src/asks-prisma.ts', text: takes('@prisma/client') },
  {
    says: 'a store loads Prisma on demand',
    path: 'packages/store/src/loads-prisma-late.ts',
    text: "export const late = () => import('./engine/prisma/prisma-client.ts')\n",
    beside: PRISMA,
  },
  { says: 'reporting -> store', path: 'apps/reporting/src/server/fine.ts', text: takes('@wayproof/store') },
  { says: 'reporting -> tRPC', path: 'apps/reporting/src/server/serves.ts', text: takes('@trpc/server') },
  { says: 'charts -> recharts', path: 'apps/reporting/src/web/charts/draws.ts', text: takes('recharts') },
  { says: 'main -> system', path: 'apps/scheduler/src/main.ts', text: takes('@wayproof/kernel/system') },
  {
    says: 'replay -> exact figures',
    path: 'apps/demo/src/replay/prints-digits.ts',
    text: takes('@wayproof/scorecard/exact-figures'),
    beside: EXACT,
  },
  {
    says: "the dashboard -> the server's types",
    path: 'apps/reporting/src/web/takes-type.ts',
    text: takesType('../server/trpc/router.ts'),
    beside: SERVER,
  },
  {
    says: 'a use case -> ports',
    path: 'packages/survey/src/opening/open-wave.ts',
    text: takesType('../ports.ts'),
    beside: { 'packages/survey/src/ports.ts': TAKEN },
  },
]
