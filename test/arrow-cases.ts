export interface ArrowCase {
  readonly says: string
  readonly path: string
  readonly text: string
  /** Other files the case needs. */
  readonly beside?: Readonly<Record<string, string>>
}

const takes = (from: string): string => `import { taken } from '${from}'\nexport const mine = taken\n`
const takesType = (from: string): string => `import type { taken } from '${from}'\nexport type Mine = typeof taken\n`

const TAKEN = 'export const taken = 1\n'
const SERVER = { 'apps/reporting/src/server/router.ts': TAKEN }
const EXACT = { 'packages/scorecard/src/exact.ts': TAKEN, 'packages/scorecard/src/exact-figures.ts': TAKEN }
const PRISMA = { 'packages/store/src/sqlite/prisma-client.ts': TAKEN }

/** The rule each import must be caught by, and by no other. */
export const FORBIDDEN: readonly (ArrowCase & { readonly rule: string })[] = [
  {
    rule: 'arrow-packages-kernel',
    says: 'kernel takes from scorecard',
    path: 'packages/kernel/src/reach.ts',
    text: takes('@wayproof/scorecard'),
  },
  {
    rule: 'arrow-packages-kernel',
    says: 'kernel takes from scorecard by a path',
    path: 'packages/kernel/src/reach-by-path.ts',
    text: takes('../../scorecard/src/index.ts'),
  },
  {
    rule: 'arrow-packages-statistics',
    says: 'statistics takes from survey',
    path: 'packages/statistics/src/reach.ts',
    text: takes('@wayproof/survey'),
  },
  {
    rule: 'arrow-packages-survey',
    says: 'survey takes from evidence',
    path: 'packages/survey/src/reach.ts',
    text: takes('@wayproof/evidence'),
  },
  {
    rule: 'arrow-packages-survey',
    says: 'survey takes a type from the store',
    path: 'packages/survey/src/reach-for-type.ts',
    text: takesType('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-evidence',
    says: 'evidence takes from statistics',
    path: 'packages/evidence/src/reach.ts',
    text: takes('@wayproof/statistics'),
  },
  {
    rule: 'arrow-packages-scorecard',
    says: 'scorecard takes from survey',
    path: 'packages/scorecard/src/reach.ts',
    text: takes('@wayproof/survey'),
  },
  {
    rule: 'arrow-packages-messages',
    says: 'messages take from letters',
    path: 'packages/messages/src/reach.ts',
    text: takes('@wayproof/letters'),
  },
  {
    rule: 'arrow-packages-letters',
    says: 'letters take from the store',
    path: 'packages/letters/src/reach.ts',
    text: takes('@wayproof/store'),
  },
  {
    rule: 'arrow-packages-store',
    says: 'the store takes from messages',
    path: 'packages/store/src/reach.ts',
    text: takes('@wayproof/messages'),
  },
  {
    rule: 'arrow-apps-survey',
    says: "the traveler's pages take from scorecard",
    path: 'apps/survey/src/reach.ts',
    text: takes('@wayproof/scorecard'),
  },
  {
    rule: 'arrow-apps-reporting',
    says: 'an app takes from an app',
    path: 'apps/reporting/src/server/reach.ts',
    text: takes('../../../survey/src/main.ts'),
  },
  {
    rule: 'arrow-apps-scheduler',
    says: 'an app takes from an app',
    path: 'apps/scheduler/src/reach.ts',
    text: takes('../../reporting/src/main.ts'),
  },
  {
    rule: 'arrow-apps-demo',
    says: 'the demo takes from an app instead of starting it',
    path: 'apps/demo/src/reach.ts',
    text: takes('../../scheduler/src/main.ts'),
  },
  {
    rule: 'core-is-pure',
    says: 'a core package reads files',
    path: 'packages/scorecard/src/reads-files.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const mine = readFileSync\n",
  },
  {
    rule: 'nouns-need-no-ports',
    says: 'a noun knows ports',
    path: 'packages/survey/src/links/invitation.ts',
    text: takesType('../ports.ts'),
    beside: { 'packages/survey/src/ports.ts': TAKEN },
  },
  {
    rule: 'prisma-and-sql-only-in-store',
    says: 'an app asks Prisma',
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
    says: 'a store loads Prisma with itself',
    path: 'packages/store/src/loads-prisma.ts',
    text: takes('./sqlite/prisma-client.ts'),
    beside: PRISMA,
  },
  {
    rule: 'trpc-server-only-in-reporting-server',
    says: "the traveler's pages serve procedures",
    path: 'apps/survey/src/serves.ts',
    text: takes('@trpc/server'),
  },
  {
    rule: 'web-takes-only-types-from-server',
    says: 'the dashboard takes a value from the server',
    path: 'apps/reporting/src/web/takes-value.ts',
    text: takes('../server/router.ts'),
    beside: SERVER,
  },
  {
    rule: 'recharts-only-in-charts',
    says: 'a page draws by itself',
    path: 'apps/reporting/src/web/scorecard/draws.ts',
    text: takes('recharts'),
  },
  {
    rule: 'system-only-in-main',
    says: 'a server file takes the clock',
    path: 'apps/reporting/src/server/takes-clock.ts',
    text: takes('@wayproof/kernel/system'),
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    says: 'a page prints all digits of a verdict',
    path: 'apps/reporting/src/server/prints-digits.ts',
    text: takes('@wayproof/scorecard/exact-figures'),
    beside: EXACT,
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    says: 'a command other than replay prints them',
    path: 'apps/demo/src/prints-digits.ts',
    text: takes('@wayproof/scorecard/exact-figures'),
  },
  {
    rule: 'exact-only-to-judges-and-publish',
    says: 'scorecard gives them to everybody',
    path: 'packages/scorecard/src/gives-digits.ts',
    text: takesType('./exact.ts'),
    beside: EXACT,
  },
  {
    rule: 'no-circular',
    says: 'two files need each other',
    path: 'packages/evidence/src/first.ts',
    text: "import { second } from './second.ts'\nexport const first = () => second\n",
    beside: {
      'packages/evidence/src/second.ts': "import { first } from './first.ts'\nexport const second = () => first\n",
    },
  },
  {
    rule: 'not-to-tests',
    says: 'the product takes from a test',
    path: 'packages/messages/src/takes-from-test.ts',
    text: takes('./some.test.ts'),
    beside: { 'packages/messages/src/some.test.ts': TAKEN },
  },
  {
    rule: 'resolvable',
    says: 'nobody is there',
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
    says: 'a store -> Prisma, when it is needed',
    path: 'packages/store/src/loads-prisma-late.ts',
    text: "export const late = () => import('./sqlite/prisma-client.ts')\n",
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
    text: takesType('../server/router.ts'),
    beside: SERVER,
  },
  {
    says: 'a use case -> ports',
    path: 'packages/survey/src/opening/open-wave.ts',
    text: takesType('../ports.ts'),
    beside: { 'packages/survey/src/ports.ts': TAKEN },
  },
  {
    says: 'two files know each other by type',
    path: 'packages/scorecard/src/one.ts',
    text: "import type { Two } from './two.ts'\nexport type One = Two | 1\n",
    beside: { 'packages/scorecard/src/two.ts': "import { type One } from './one.ts'\nexport type Two = One | 2\n" },
  },
]
