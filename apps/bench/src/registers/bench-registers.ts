import { registers } from '@wayproof/evidence/register'
import type { AuditFinding } from '@wayproof/evidence/registers/partners/audit-finding'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { type ReportingApp, signedInOfficer, startReporting } from '../dashboard/reporting-app.ts'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { fillRegister } from '../fixtures/fill-register.ts'
import type { FixturePlace } from '../fixtures/fixture-store.ts'
import { quantile } from '../measuring/figures.ts'
import { openConnection } from '../survey/http-connection.ts'

/** Steps of a person in the list. */
type ListStep = 'first' | 'search' | 'sort' | 'filter' | 'last'

export interface RegistersFigures {
  readonly name: 'registers'
  readonly rows: number
  /** Median time to the complete response, of the slowest request of each step. */
  readonly milliseconds: Readonly<Record<ListStep, number>>
  /** The slowest single response of all. */
  readonly slowestMilliseconds: number
}

interface ListRequest {
  readonly find?: string
  readonly only?: string
  readonly view?: string
  readonly sort?: { readonly field: string; readonly isDescending: boolean }
  readonly page?: number
}

const ROWS_A_PAGE = 25
const WARM_UP = 2
const READS = 5

/** Reads the list of a register of `rows` rows from the built dashboard; returns the medians of `runs` × 5 reads. */
export async function benchRegisters(
  data: string,
  databases: BenchDatabases,
  rows: number,
  runs: number,
): Promise<RegistersFigures> {
  const place = { data, databaseUrl: await databases.create(data) }
  await registerOfFindings(place, rows)
  const reporting = await startReporting(place)
  try {
    const cookie = await signedInOfficer(reporting)
    const milliseconds: Record<ListStep, number> = { first: 0, search: 0, sort: 0, filter: 0, last: 0 }
    let slowestMilliseconds = 0
    for (const [step, request] of requestsOf(rows)) {
      const times = await timeOf(reporting, cookie, request, READS * runs)
      milliseconds[step] = Math.max(milliseconds[step], rounded(quantile(times, 0.5)))
      slowestMilliseconds = Math.max(slowestMilliseconds, rounded(Math.max(...times)))
    }
    return { name: 'registers', rows, milliseconds, slowestMilliseconds }
  } finally {
    await reporting.app.stop()
  }
}

/** Each step in its cheap and its expensive forms. */
function requestsOf(rows: number): readonly (readonly [ListStep, ListRequest])[] {
  const page = Math.ceil(rows / ROWS_A_PAGE)
  const sorts = registers[LISTED_REGISTER].fields.flatMap(({ name }) =>
    [false, true].map((isDescending) => ({ field: name, isDescending })),
  )
  return [
    ['first', {}],
    ...['bookings', findingId(rows - 1), 'no-such-text', 'café', 'e'].map((find) => ['search', { find }] as const),
    ...sorts.map((sort) => ['sort', { sort }] as const),
    ['filter', { only: 'severity:low' }],
    ['filter', { only: 'foundOn:2025-03-01..2025-09-30' }],
    ['filter', { view: 'due', sort: { field: 'dueOn', isDescending: false } }],
    ['filter', { view: 'overdue', find: 'processors', only: 'owner:Legal' }],
    ['last', { page }],
    ['last', { page: Math.ceil(page / 2) }],
    ...sorts.map((sort) => ['last', { sort, page }] as const),
  ]
}

async function timeOf(
  { port }: ReportingApp,
  cookie: string,
  request: ListRequest,
  reads: number,
): Promise<readonly number[]> {
  const pageQuery = { register: LISTED_REGISTER, find: '', page: 1, ...request }
  const input = encodeURIComponent(JSON.stringify({ json: pageQuery }))
  const text = `GET /trpc/registerRow.page?input=${input} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`
  const connection = await openConnection(port)
  try {
    const times: number[] = []
    for (let read = 0; read < reads + WARM_UP; read += 1) {
      const startedAt = performance.now()
      const { status, body } = await connection.ask(text)
      if (read >= WARM_UP) times.push(performance.now() - startedAt)
      if (status !== 200 || !body.includes('"total":')) throw new Error(`no list for ${input}: status ${status}`)
    }
    return times
  } finally {
    connection.close()
  }
}

const rounded = (time: number) => Number(time.toPrecision(3))

const LISTED_REGISTER = 'audit-findings'

const PARTNERS = 40
const DAYS = 700
const FIRST_DAY = '2025-01-01'
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
const OWNERS = ['Procurement', 'Security', 'Legal', 'Sales']
const WORDS = [
  'access',
  'rights',
  'system',
  'bookings',
  'list',
  'processors',
  'café',
  'menu',
  'restore',
  'test',
  'visit',
]
/** Words of one finding. */
const FINDING_WORDS = 12

/** Fills the register of findings, the one with most kinds of columns and views, with `rows` different rows. */
const registerOfFindings = (place: FixturePlace, rows: number): Promise<void> =>
  fillRegister(place, LISTED_REGISTER, rows, finding)

/** A third is open. The order of no column is that of another. */
function finding(index: number): AuditFinding {
  const foundOn = addDays(FIRST_DAY, (index * 389) % DAYS)
  const isDone = index % 3 !== 0
  return {
    id: findingId(index),
    partnerId: `P${String((index * 7) % PARTNERS).padStart(3, '0')}`,
    foundOn,
    finding: textOf(index),
    severity: SEVERITIES[(index * 3) % SEVERITIES.length] ?? 'low',
    action: isDone ? `proof ${index % 1_000}` : null,
    owner: OWNERS[(index * 5) % OWNERS.length] ?? 'Legal',
    dueOn: addDays(foundOn, 30 + (index % 90)),
    doneOn: isDone ? addDays(foundOn, 20 + (index % 60)) : null,
    checkedOn: null,
    effective: null,
  }
}

const textOf = (index: number): string =>
  Array.from({ length: FINDING_WORDS }, (_, n) => WORDS[(index * (n + 3)) % WORDS.length])
    .concat(String((index * 31) % 9973))
    .join(' ')

const findingId = (index: number): string => `F-${String(index).padStart(6, '0')}`
