import { layers } from '../.dependency-cruiser.mjs'

export interface ArrowCase {
  readonly title: string
  readonly path: string
  readonly text: string
  /** Other files that the case needs. */
  readonly otherFiles?: Readonly<Record<string, string>>
}

/** Each place, and one that it may not import because it stands beside or above. */
const UPWARD: readonly (readonly [string, string])[] = layers.flatMap((layer, height) =>
  layer.map((from) => [from, layers[height + 1]?.[0] ?? layer.find((other) => other !== from) ?? ''] as const),
)

const importing = (from: string): string => `import { taken } from '${from}'\nexport const mine = taken\n`
const takesType = (from: string): string => `import type { taken } from '${from}'\nexport type Mine = typeof taken\n`

const TAKEN = 'export const taken = 1\n'
const SERVER = { 'apps/reporting/src/server/trpc/router.ts': TAKEN }
const EXACT = { 'packages/scorecard/src/exact.ts': TAKEN, 'packages/scorecard/src/exact-figures.ts': TAKEN }
const PRISMA = { 'packages/database/src/prisma/prisma-client.ts': TAKEN }

/** The import rule that must catch each case; no other rule may. */
export const FORBIDDEN: readonly (ArrowCase & { readonly rule: string })[] = [
  ...UPWARD.map(([from, to]) => ({
    rule: `downward-${from.replace('/', '-')}`,
    title: `${from} imports ${to}`,
    path: `${from}/src/reach.ts`,
    text: importing(
      to.startsWith('apps/') ? `../../../${to}/src/main.ts` : `@wayproof/${to.replace('packages/', '')}/taken`,
    ),
  })),
  {
    rule: 'downward-packages-kernel',
    title: 'kernel imports scorecard by a path',
    path: 'packages/kernel/src/reach-by-path.ts',
    text: importing('../../scorecard/src/taken.ts'),
  },
  {
    rule: 'downward-packages-survey',
    title: 'survey imports a type from letters',
    path: 'packages/survey/src/reach-for-type.ts',
    text: takesType('@wayproof/letters/taken'),
  },
  {
    rule: 'prisma-and-engines-only-in-database',
    title: 'an app imports Prisma',
    path: 'apps/scheduler/src/asks-prisma.ts',
    text: importing('@prisma/client'),
  },
  {
    rule: 'prisma-and-engines-only-in-database',
    title: 'letters open SQLite',
    path: 'packages/letters/src/opens-sqlite.ts',
    text: importing('better-sqlite3'),
  },
  {
    rule: 'prisma-comes-late',
    title: 'a package loads Prisma at start',
    path: 'packages/survey/src/loads-prisma.ts',
    text: importing('@wayproof/database/prisma/prisma-client'),
    otherFiles: PRISMA,
  },
  {
    rule: 'postgresql-comes-late',
    title: 'a package loads PostgreSQL at start',
    path: 'packages/survey/src/loads-postgresql.ts',
    text: importing('@wayproof/database/postgresql/connection-pool'),
    otherFiles: { 'packages/database/src/postgresql/connection-pool.ts': TAKEN },
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
  {
    title: 'scorecard -> statistics',
    path: 'packages/scorecard/src/fine.ts',
    text: importing('@wayproof/statistics/taken'),
  },
  { title: 'letters -> messages', path: 'packages/letters/src/fine.ts', text: importing('@wayproof/messages/taken') },
  {
    title: 'letters -> a type of survey',
    path: 'packages/letters/src/type.ts',
    text: takesType('@wayproof/survey/taken'),
  },
  { title: 'database -> Prisma', path: 'packages/database/src/asks-prisma.ts', text: importing('@prisma/client') },
  {
    title: 'a test -> what stands above',
    path: 'packages/survey/src/whole.test.ts',
    text: importing('@wayproof/letters/taken'),
  },
  {
    title: 'a package loads Prisma on demand',
    path: 'packages/survey/src/loads-prisma-late.ts',
    text: "export const late = () => import('@wayproof/database/prisma/prisma-client')\n",
    otherFiles: PRISMA,
  },
  {
    title: 'what every server starts with takes a type of node:http',
    path: 'packages/service-start/src/listener.ts',
    text: takesType('node:http'),
  },
  {
    title: 'reporting -> operations',
    path: 'apps/reporting/src/server/fine.ts',
    text: importing('@wayproof/operations/taken'),
  },
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
]
