import { join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import type { BenchOptions } from '../bench-options.ts'
import type { Engine } from '../fixtures/bench-databases.ts'
import type { FixturePlace } from '../fixtures/fixture-store.ts'
import { type SurveyFixture, surveyFixture } from '../fixtures/survey-fixture.ts'
import { type Figures, figuresOf, quantile, type Run } from '../measuring/figures.ts'
import { cpuOf, peakOf, SERVER_CORE } from '../measuring/process-cost.ts'
import { stayAwake } from '../measuring/stay-awake.ts'
import { type HttpConnection, openConnection } from './http-connection.ts'
import { type Listening, startSurvey } from './start-survey.ts'
import { openPage, receiptIn, submitAnswer } from './survey-work.ts'

export type SurveyBench = 'open' | 'submit' | 'cycle'

/** One operation on a link; a link takes one answer. */
type Work = (connection: HttpConnection, nextToken: () => string) => Promise<void>

const works: Readonly<Record<SurveyBench, (data: { readonly receipt: () => string }) => Work>> = {
  open: () => async (connection, nextToken) => void (await openPage(connection, nextToken())),
  submit:
    ({ receipt }) =>
    (connection, nextToken) =>
      submitAnswer(connection, nextToken(), receipt()),
  cycle: () => async (connection, nextToken) => {
    const token = nextToken()
    await submitAnswer(connection, token, receiptIn(await openPage(connection, token)))
  },
}

interface SurveyFigures extends Figures {
  /** Only with a database server, like the next one. */
  readonly commitsPerOperation?: number
  readonly walSyncsPerOperation?: number
}

/**
 * The survey app runs on one core, its clients on another. The limit is a server of the same pages with equally durable
 * answers and no other work; both are measured in turn. Throws if the database has other counts than were acknowledged.
 */
export async function benchSurvey(name: SurveyBench, options: BenchOptions): Promise<SurveyFigures> {
  const { data, databases, runs, size } = options
  const place = { data, databaseUrl: await databases.create(data) }
  const fixture = await surveyFixture(place, name === 'open' ? Math.min(size, 1000) : size)
  const work = works[name]({ receipt: receiptMaker() })
  const nextToken = tokenSource(fixture, name === 'open')
  const apps = await startSurveys(fixture, options.processes)
  try {
    const page = await openedPage(apps[0].port, fixture)
    const stub = await startStub(place, databases.engine, page)
    try {
      const measuredRuns: Run[] = []
      const limits: Run[] = []
      const maxOperations = Math.floor(size / (runs + 1))
      let usedTokens = 0
      const writes = { operations: 0, commits: 0, walSyncs: 0 }
      for (let run = 0; run <= runs; run += 1) {
        const before = await databases.writeCounts()
        const product = await measure(apps, work, nextToken, options, maxOperations)
        const after = await databases.writeCounts()
        if (run > 0 && before && after) {
          writes.operations += product.operations
          writes.commits += after.commits - before.commits
          writes.walSyncs += after.walSyncs - before.walSyncs
        }
        const limit = await measure([stub], work, () => 'x', options, maxOperations)
        usedTokens += product.operations
        // The first run is the warm-up.
        if (run > 0) {
          measuredRuns.push(product)
          limits.push(limit)
        }
      }
      if (name !== 'open' && (await fixture.answerCount()) !== usedTokens) throw new Error('answers were lost')
      return { ...figuresOf(name, measuredRuns, limits), ...writesOf(writes) }
    } finally {
      await stub.process.stop()
    }
  } finally {
    for (const { process } of apps) await process.stop()
  }
}

/** Figures of the server's writes for each operation; none where no server counts them. */
const writesOf = ({
  operations,
  commits,
  walSyncs,
}: Readonly<Record<'operations' | 'commits' | 'walSyncs', number>>) =>
  operations > 0
    ? {
        commitsPerOperation: Number((commits / operations).toPrecision(3)),
        walSyncsPerOperation: Number((walSyncs / operations).toPrecision(3)),
      }
    : {}

async function measure(
  servers: Listenings,
  work: Work,
  nextToken: () => string,
  { clients, milliseconds, databases }: BenchOptions,
  maxOperations: number,
) {
  const connections = await Promise.all(
    Array.from({ length: clients }, (_, n) => openConnection((servers[n % servers.length] ?? servers[0]).port)),
  )
  const workers = connections.map((connection) => () => work(connection, nextToken))
  // The processes of a database server need the core of the clients too.
  const staysAwake = databases.engine === 'sqlite'
  const run = await runLoad({ pid: servers[0].process.pid, clients: workers, milliseconds, staysAwake, maxOperations })
  for (const connection of connections) connection.close()
  return run
}

type Listenings = readonly [Listening, ...Listening[]]

/** One process has a core to itself; several share all cores with the server and the clients. */
async function startSurveys(fixture: SurveyFixture, count: number): Promise<Listenings> {
  const core = count === 1 ? SERVER_CORE : null
  const first = await startSurvey(fixture, 4710, core)
  const others: Listening[] = []
  for (let port = first.port + 1; others.length < count - 1; port = (others.at(-1)?.port ?? port) + 1)
    others.push(await startSurvey(fixture, port, core))
  return [first, ...others]
}

const STUBS: Readonly<Record<Engine, string>> = {
  sqlite: 'apps/bench/src/stubs/survey-stub.ts',
  postgresql: 'apps/bench/src/stubs/survey-stub-on-postgresql.ts',
}

async function startStub({ data, databaseUrl }: FixturePlace, engine: Engine, pageBytes: number): Promise<Listening> {
  const settings = {
    STUB_PAGE_BYTES: String(pageBytes),
    STUB_FILE: join(data, 'stub-answers'),
    STUB_DATABASE: databaseUrl,
  }
  const process = startScript(STUBS[engine], settings, join(data, 'stub.log'), SERVER_CORE)
  return { process, port: await process.line((line) => Number(/^listening (\d+)/.exec(line)?.[1]) || undefined) }
}

/** The size of a page as sent. */
async function openedPage(port: number, { tokens }: SurveyFixture): Promise<number> {
  const connection = await openConnection(port)
  const { body } = await openPage(connection, tokens[0] ?? '')
  connection.close()
  return body.length
}

function tokenSource({ tokens }: SurveyFixture, shouldRepeat: boolean): () => string {
  let usedTokens = 0
  return () => {
    const token = tokens[shouldRepeat ? usedTokens % tokens.length : usedTokens]
    usedTokens += 1
    if (token === undefined) throw new Error('there are no links left')
    return token
  }
}

/** Unique codes in the format of a receipt. */
function receiptMaker(): () => string {
  let requestCount = 0
  return () => {
    requestCount += 1
    const digits = String(requestCount).padStart(28, '0')
    return (digits.match(/.{4}/g) ?? []).join('-')
  }
}

/** The measured process, and one operation of one client. */
interface Load {
  readonly pid: number
  readonly clients: readonly (() => Promise<void>)[]
  readonly milliseconds: number
  /** Polls instead of sleeping: only where this process has a core to itself. */
  readonly staysAwake: boolean
  /** Ends earlier, after this number of operations. */
  readonly maxOperations: number
}

/** Runs all clients side by side without pauses, and returns the cost. */
async function runLoad({
  pid,
  clients,
  milliseconds,
  staysAwake,
  maxOperations,
}: Load): Promise<Run & { readonly operations: number }> {
  const latencies: number[] = []
  let startedCount = 0
  const cpu = cpuOf(pid)
  const start = performance.now()
  const end = start + milliseconds
  const stopSpinning = staysAwake ? stayAwake() : () => {}
  await Promise.all(
    clients.map(async (work) => {
      while (performance.now() < end && startedCount < maxOperations) {
        startedCount += 1
        const from = performance.now()
        await work()
        latencies.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  stopSpinning()
  return {
    operations: latencies.length,
    perSecond: latencies.length / seconds,
    p50Milliseconds: quantile(latencies, 0.5),
    p99Milliseconds: quantile(latencies, 0.99),
    cpuMicroseconds: (cpuOf(pid) - cpu) / latencies.length,
    peakMegabytes: peakOf(pid),
  }
}
