export interface ArrowCase {
  readonly title: string
  readonly path: string
  readonly text: string
  /** Other files that the case needs. */
  readonly otherFiles?: Readonly<Record<string, string>>
}

const importing = (from: string): string => `import { taken } from '${from}'\nexport const mine = taken\n`
const takesType = (from: string): string => `import type { taken } from '${from}'\nexport type Mine = typeof taken\n`

const TAKEN = 'export const taken = 1\n'
const SERVER = { 'apps/reporting/src/server/trpc/router.ts': TAKEN }
const EXACT = { 'packages/scorecard/src/exact.ts': TAKEN, 'packages/scorecard/src/exact-figures.ts': TAKEN }
const PRISMA = { 'packages/store/src/engine/prisma/prisma-client.ts': TAKEN }

/** The import rule that must catch each case; no other rule may. */
export const FORBIDDEN: readonly (ArrowCase & { readonly rule: string })[] = [
  {
    rule: 'arrow-packages-kernel',
    title: 'kernel imports scorecard',
    path: 'packages/kernel/src/reach.ts',
    text: importing('@wayproof/scorecard'),
  },
  {
    rule: 'arrow-packages-kernel',
    title: 'kernel imports scorecard by a path',
    path: 'packages/kernel/src/reach-by-path.ts',
    text: importing('../../scorecard/src/index.ts'),
  },
  {
    rule: 'arrow-packages-statistics',
    title: 'statistics imports survey',
    path: 'packages/statistics/src/reach.ts',
    text: importing('@wayproof/survey'),
  },
  {
    rule: 'arrow-packages-survey',
    title: 'survey imports evidence',
    path: 'packages/survey/src/reach.ts',
    text: importing('@wayproof/evidence'),
  },
  {
    rule: 'arrow-packages-survey',
    title: 'survey imports a type from the store',
    path: 'packages/survey/src/reach-for-type.ts',
    text: takesType('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-evidence',
    title: 'evidence imports statistics',
    path: 'packages/evidence/src/reach.ts',
    text: importing('@wayproof/statistics'),
  },
  {
    rule: 'arrow-packages-oversight',
    title: 'oversight imports evidence',
    path: 'packages/oversight/src/reach.ts',
    text: importing('@wayproof/evidence'),
  },
  {
    rule: 'arrow-packages-scorecard',
    title: 'scorecard imports survey',
    path: 'packages/scorecard/src/reach.ts',
    text: importing('@wayproof/survey'),
  },
  {
    rule: 'arrow-packages-messages',
    title: 'messages import letters',
    path: 'packages/messages/src/reach.ts',
    text: importing('@wayproof/letters'),
  },
  {
    rule: 'arrow-packages-letters',
    title: 'letters import the store',
    path: 'packages/letters/src/reach.ts',
    text: importing('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-store',
    title: 'the store imports messages',
    path: 'packages/store/src/reach.ts',
    text: importing('@wayproof/messages'),
  },
  {
    rule: 'arrow-apps-survey',
    title: "the traveler's pages import scorecard",
    path: 'apps/survey/src/reach.ts',
    text: importing('@wayproof/scorecard'),
  },
  {
    rule: 'arrow-apps-reporting',
    title: 'an app imports an app',
    path: 'apps/reporting/src/server/reach.ts',
    text: importing('../../../survey/src/main.ts'),
  },
  {
    rule: 'arrow-apps-scheduler',
    title: 'an app imports an app',
    path: 'apps/scheduler/src/reach.ts',
    text: importing('../../reporting/src/main.ts'),
  },
  {
    rule: 'arrow-apps-demo',
    title: 'the demo imports an app instead of starting it',
    path: 'apps/demo/src/reach.ts',
    text: importing('../../scheduler/src/main.ts'),
  },
  {
    rule: 'arrow-apps-cli',
    title: 'a command imports the demo',
    path: 'apps/cli/src/reach.ts',
    text: importing('../../demo/src/main.ts'),
  },
  {
    rule: 'arrow-apps-bench',
    title: 'a benchmark imports an app instead of starting it',
    path: 'apps/bench/src/reach.ts',
    text: importing('../../survey/src/main.ts'),
  },
  {
    rule: 'arrow-packages-sample-company',
    title: 'the sample company imports the store',
    path: 'packages/sample-company/src/reach.ts',
    text: importing('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-sign-in-provider',
    title: 'the sign-in provider of tests imports the kernel',
    path: 'packages/sign-in-provider/src/reach.ts',
    text: importing('@wayproof/kernel'),
  },
  {
    rule: 'arrow-packages-command-line',
    title: 'the command line imports the local stack',
    path: 'packages/command-line/src/reach.ts',
    text: importing('@wayproof/local-stack'),
  },
  {
    rule: 'arrow-packages-service-start',
    title: 'the start of a server imports letters',
    path: 'packages/service-start/src/reach.ts',
    text: importing('@wayproof/letters'),
  },
  {
    rule: 'arrow-packages-local-stack',
    title: 'the local stack imports the sample company',
    path: 'packages/local-stack/src/reach.ts',
    text: importing('@wayproof/sample-company'),
  },
  {
    rule: 'core-is-pure',
    title: 'a core package reads files',
    path: 'packages/scorecard/src/reads-files.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const mine = readFileSync\n",
  },
  {
    rule: 'nouns-need-no-ports',
    title: 'a noun file imports ports',
    path: 'packages/survey/src/links/invitation.ts',
    text: takesType('../ports.ts'),
    otherFiles: { 'packages/survey/src/ports.ts': TAKEN },
  },
  {
    rule: 'prisma-and-sql-only-in-store',
    title: 'an app imports Prisma',
    path: 'apps/scheduler/src/asks-prisma.ts',
    text: importing('@prisma/client'),
  },
  {
    rule: 'prisma-and-sql-only-in-store',
    title: 'letters open SQLite',
    path: 'packages/letters/src/opens-sqlite.ts',
    text: importing('better-sqlite3'),
  },
  {
    rule: 'prisma-comes-late',
    title: 'a store loads Prisma at start',
    path: 'packages/store/src/loads-prisma.ts',
    text: importing('./engine/prisma/prisma-client.ts'),
    otherFiles: PRISMA,
  },
  {
    rule: 'postgresql-comes-late',
    title: 'a store loads PostgreSQL at start',
    path: 'packages/store/src/loads-postgresql.ts',
    text: importing('./engine/postgresql/connection-pool.ts'),
    otherFiles: { 'packages/store/src/engine/postgresql/connection-pool.ts': TAKEN },
  },
  {
    rule: 'http-comes-late',
    title: 'what every server starts with imports node:http',
    path: 'packages/service-start/src/listens.ts',
    text: importing('node:http'),
  },
  {
    rule: 'router-comes-late',
    title: 'the survey app loads its router at start',
    path: 'apps/survey/src/bind-app.ts',
    text: importing('./router-listener.ts'),
    otherFiles: { 'apps/survey/src/router-listener.ts': TAKEN },
  },
  {
    rule: 'answers-need-no-router',
    title: 'the handler of survey links reaches the router through another file',
    path: 'apps/survey/src/answering/answer-handler.ts',
    text: importing('./thanks-link.ts'),
    otherFiles: {
      'apps/survey/src/answering/thanks-link.ts': "export { taken } from '../app.ts'\n",
      'apps/survey/src/app.ts': TAKEN,
    },
  },
  {
    rule: 'trpc-server-only-in-reporting-server',
    title: "the traveler's pages serve procedures",
    path: 'apps/survey/src/serves.ts',
    text: importing('@trpc/server'),
  },
  {
    rule: 'web-takes-only-types-from-server',
    title: 'the dashboard imports a value from the server',
    path: 'apps/reporting/src/web/takes-value.ts',
    text: importing('../server/trpc/router.ts'),
    otherFiles: SERVER,
  },
  {
    rule: 'recharts-only-in-charts',
    title: 'a page imports a chart library directly',
    path: 'apps/reporting/src/web/scorecard/draws.ts',
    text: importing('recharts'),
  },
  {
    rule: 'system-only-in-main',
    title: 'a server file reads the clock',
    path: 'apps/reporting/src/server/takes-clock.ts',
    text: importing('@wayproof/kernel/system'),
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    title: 'a page opens exact figures',
    path: 'apps/reporting/src/server/prints-digits.ts',
    text: importing('@wayproof/scorecard/exact-figures'),
    otherFiles: EXACT,
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    title: 'a command other than replay opens exact figures',
    path: 'apps/demo/src/prints-digits.ts',
    text: importing('@wayproof/scorecard/exact-figures'),
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    title: 'scorecard exports exact figures',
    path: 'packages/scorecard/src/gives-digits.ts',
    text: takesType('./exact.ts'),
    otherFiles: EXACT,
  },
  {
    rule: 'no-circular',
    title: 'two files import each other',
    path: 'packages/evidence/src/first.ts',
    text: "import { second } from './second.ts'\nexport const first = () => second\n",
    otherFiles: {
      'packages/evidence/src/second.ts': "import { first } from './first.ts'\nexport const second = () => first\n",
    },
  },
  {
    rule: 'no-circular',
    title: 'two files import only types from each other',
    path: 'packages/evidence/src/first-type.ts',
    text: "import type { Second } from './second-type.ts'\nexport type First = { second: Second }\n",
    otherFiles: {
      'packages/evidence/src/second-type.ts':
        "import type { First } from './first-type.ts'\nexport type Second = { first: First | null }\n",
    },
  },
  {
    rule: 'not-to-tests',
    title: 'the product imports a test file',
    path: 'packages/messages/src/takes-from-test.ts',
    text: importing('./some.test.ts'),
    otherFiles: { 'packages/messages/src/some.test.ts': TAKEN },
  },
  {
    rule: 'resolvable',
    title: 'the imported file does not exist',
    path: 'packages/kernel/src/lost.ts',
    text: importing('./nobody.ts'),
  },
]

export const LEGAL: readonly ArrowCase[] = [
  { title: 'scorecard -> statistics', path: 'packages/scorecard/src/fine.ts', text: importing('@wayproof/statistics') },
  { title: 'letters -> messages', path: 'packages/letters/src/fine.ts', text: importing('@wayproof/messages') },
  { title: 'store -> letters', path: 'packages/store/src/fine.ts', text: takesType('@wayproof/letters') },
  { title: 'store -> Prisma', path: 'packages/store/src/asks-prisma.ts', text: importing('@prisma/client') },
  {
    title: 'a store loads Prisma on demand',
    path: 'packages/store/src/loads-prisma-late.ts',
    text: "export const late = () => import('./engine/prisma/prisma-client.ts')\n",
    otherFiles: PRISMA,
  },
  {
    title: 'what every server starts with takes a type of node:http',
    path: 'packages/service-start/src/listener.ts',
    text: takesType('node:http'),
  },
  { title: 'reporting -> store', path: 'apps/reporting/src/server/fine.ts', text: importing('@wayproof/store') },
  { title: 'reporting -> tRPC', path: 'apps/reporting/src/server/serves.ts', text: importing('@trpc/server') },
  { title: 'charts -> recharts', path: 'apps/reporting/src/web/charts/draws.ts', text: importing('recharts') },
  { title: 'main -> system', path: 'apps/scheduler/src/main.ts', text: importing('@wayproof/kernel/system') },
  {
    title: 'replay -> exact figures',
    path: 'apps/demo/src/replay/prints-digits.ts',
    text: importing('@wayproof/scorecard/exact-figures'),
    otherFiles: EXACT,
  },
  {
    title: "the dashboard -> the server's types",
    path: 'apps/reporting/src/web/takes-type.ts',
    text: takesType('../server/trpc/router.ts'),
    otherFiles: SERVER,
  },
  {
    title: 'a use case -> ports',
    path: 'packages/survey/src/opening/open-wave.ts',
    text: takesType('../ports.ts'),
    otherFiles: { 'packages/survey/src/ports.ts': TAKEN },
  },
]
