import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { send } from '@wayproof/local-stack/clients/visit'
import { startPostgresql } from '@wayproof/local-stack/postgresql/local-postgresql'
import { startApp } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { firstOfficer } from '@wayproof/sample-company/people'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import { openFixtureStore } from '../fixtures/fixture-store.ts'
import { MEASURED_PERIOD, scorecardFixture } from '../fixtures/scorecard-fixture.ts'
import { type SurveyFixture, surveyFixture } from '../fixtures/survey-fixture.ts'
import { type ExecutedPlan, readPlans } from './read-plans.ts'

export interface PlanFigures {
  readonly name: 'plans'
  /** In a closed half-year. */
  readonly answers: number
  /** In an open wave. */
  readonly travelers: number
  readonly steps: readonly PlannedStep[]
  /** With their indexes. */
  readonly bytesPerRow: Readonly<Record<string, number>>
}

export interface PlannedStep {
  readonly step: string
  /** How often the step was done. */
  readonly times: number
  /** Bytes of write-ahead log for each time. */
  readonly walBytes: number
  /** Statements that touch a table whose rows grow with travelers or answers. */
  readonly statements: readonly PlannedStatement[]
}

/** One statement, over all its executions in the step. */
export interface PlannedStatement {
  readonly statement: string
  readonly executions: number
  readonly milliseconds: number
  readonly pages: number
  readonly scans: readonly string[]
}

const TABLES = ['traveler', 'invitation', 'letter', 'answer', 'answer_counter', 'suppression', 'comment'] as const
const GROWS = new RegExp(`\\b(?:${TABLES.join('|')})`)
/** Travelers for each ten answers of the closed half-year. */
const ANSWERS_A_TRAVELER = 10
const TIMES = 100
const LETTERS = 400
const FIRST_PORT = 4_950
const STATEMENT_LENGTH = 110
/** Asks at the start of a process whether any table has a row. */
const IS_NEW = 'SELECT NOT (EXISTS'

/**
 * Fills a PostgreSQL server with a closed half-year of `answers` answers and an open wave, does each job of a hot path
 * there, and reports how the server executed its statements.
 */
export async function benchPlans(folder: string, answers: number): Promise<PlanFigures> {
  // A server that root starts runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o711)
  const server = await startExplainedServer(folder)
  try {
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    const place = { data, databaseUrl: server.url }
    const travelers = Math.ceil(answers / ANSWERS_A_TRAVELER)
    await scorecardFixture(place, answers)
    const fixture = await surveyFixture(place, travelers, Math.min(travelers, LETTERS))
    const bytesPerRow = await server.bytesPerRow(TABLES)
    const steps = [...(await stepsOfApps(server, fixture, data)), ...(await stepsOfStore(server, fixture, place))]
    return { name: 'plans', answers, travelers, steps, bytesPerRow }
  } finally {
    await server.stop()
  }
}

/** The jobs that a person does in a browser. */
async function stepsOfApps(server: ExplainedServer, fixture: SurveyFixture, data: string): Promise<PlannedStep[]> {
  const { settings, tokens, period } = fixture
  return await onFreePort(FIRST_PORT, async (port) => {
    const surveyUrl = `http://127.0.0.1:${port}`
    const reportingUrl = `http://127.0.0.1:${port + 1}`
    const urls = { SURVEY_URL: surveyUrl, REPORTING_URL: reportingUrl }
    const own = { ...settings, ...urls, SURVEY_PORT: String(port), REPORTING_PORT: String(port + 1) }
    const steps: PlannedStep[] = []
    const receipts = tokens.slice(0, TIMES).map(() => newReceipt(systemTokens))
    const inTurn = async (work: (nth: number) => Promise<unknown>) => {
      for (let nth = 0; nth < Math.min(TIMES, tokens.length); nth += 1) await work(nth)
    }
    const post = (path: string, fields: Readonly<Record<string, string>>) =>
      send({ address: new URL(path, surveyUrl), fields: new URLSearchParams(fields) })
    // An app of its own for each step, so that its connections are new.
    const withSurvey = async (step: string, work: (nth: number) => Promise<unknown>) => {
      const explained = await server.explain(async () => {
        const app = startApp('survey', own, join(data, 'survey.log'))
        try {
          await app.line((line) => line.includes(surveyUrl) || undefined)
          await inTurn(work)
        } finally {
          await app.stop()
        }
      })
      steps.push(stepOf(step, Math.min(TIMES, tokens.length), explained))
    }
    const open = async (path: string) => {
      const response = await fetch(new URL(path, surveyUrl))
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    }
    await withSurvey('open a page', (nth) => open(`/s/${tokens[nth]}`))
    await withSurvey('store an answer', (nth) =>
      post(`/s/${tokens[nth]}?lang=en`, { overall: '4', improve: 'A comment', receipt: receipts[nth] ?? '' }),
    )
    await withSurvey('correct an answer', (nth) =>
      post('/receipt/correction?lang=en', { overall: '5', receipt: receipts[nth] ?? '' }),
    )
    await withSurvey('withdraw an answer', (nth) =>
      nth % 10 === 0 ? post('/receipt/withdrawal?lang=en', { receipt: receipts[nth] ?? '' }) : Promise.resolve(),
    )
    const app = startApp('reporting', own, join(data, 'reporting.log'))
    try {
      const link = await app.line((line) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(line)?.[0])
      const atWork = officer(await accept(reportingUrl, link, firstOfficer))
      await app.stop()
      const pages = {
        'read the scorecard': () => atWork.scorecard(MEASURED_PERIOD),
        'follow the open wave': () => atWork.funnel(period),
        'count the letters': () => atWork.letters(),
      }
      for (const [step, work] of Object.entries(pages)) {
        const explained = await server.explain(async () => {
          const reading = startApp('reporting', own, join(data, 'reporting.log'))
          try {
            await reading.line((line) => line.includes(reportingUrl) || undefined)
            await work()
          } finally {
            await reading.stop()
          }
        })
        steps.push(stepOf(step, 1, explained))
      }
    } finally {
      await app.stop()
    }
    return steps
  })
}

/** The jobs of the scheduler and of commands. */
async function stepsOfStore(
  server: ExplainedServer,
  { period }: SurveyFixture,
  place: { readonly data: string; readonly databaseUrl: string },
): Promise<PlannedStep[]> {
  const steps: PlannedStep[] = []
  const withStore = async (step: string, work: (opened: Opened) => Promise<unknown>) => {
    const explained = await server.explain(async () => {
      const opened = await openFixtureStore(place, true)
      try {
        await work(opened)
      } finally {
        await opened.store.close()
      }
    })
    steps.push(stepOf(step, 1, explained))
  }
  await withStore('claim 96 letters', async ({ store }) => {
    const now = systemClock.now()
    await store.surveyInstances?.report('bench')
    await store.outbox.claim(96, now, now + 60_000)
    await store.surveyInstances?.leave('bench')
  })
  await withStore('recount the closed half-year', async ({ store }) => {
    const wave = await store.survey.wave(MEASURED_PERIOD)
    if (wave) await store.survey.rebuildTallies(wave.id)
  })
  await withStore('close and unlink the open wave', async ({ store, ports }) => {
    const closesAt = (await store.survey.wave(period))?.closesAt ?? 0
    const closed = await closeWave({ ...ports, clock: { now: () => closesAt } }, { period })
    if (!closed.ok) throw new Error(closed.fault.code)
  })
  return steps
}

type Opened = Awaited<ReturnType<typeof openFixtureStore>>

function stepOf(
  step: string,
  times: number,
  { plans, walBytes }: { readonly plans: readonly ExecutedPlan[]; readonly walBytes: number },
): PlannedStep {
  const byStatement = Map.groupBy(
    plans.filter(({ statement }) => GROWS.test(statement) && !statement.startsWith(IS_NEW)),
    ({ statement }) => statement,
  )
  const statements = [...byStatement].map(([statement, executed]) => ({
    statement: statement.slice(0, STATEMENT_LENGTH),
    executions: executed.length,
    milliseconds: mean(executed.map(({ milliseconds }) => milliseconds)),
    pages: Math.round(mean(executed.map(({ pages }) => pages))),
    scans: [...new Set(executed.flatMap(({ scans }) => scans))],
  }))
  return { step, times, walBytes: Math.round(walBytes / times), statements }
}

const mean = (values: readonly number[]) =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(3))

/** A PostgreSQL server that writes down how it executes each statement. */
interface ExplainedServer {
  readonly url: string
  /** Runs `work` on new connections, and returns its plans and the bytes of write-ahead log. */
  explain(work: () => Promise<unknown>): Promise<Explained>
  /** Bytes of each table with its indexes, divided by its rows. */
  bytesPerRow(tables: readonly string[]): Promise<Readonly<Record<string, number>>>
  stop(): Promise<void>
}

interface Explained {
  readonly plans: readonly ExecutedPlan[]
  readonly walBytes: number
}

const DATABASE = 'plans'
const FLAGS = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=-1',
  'auto_explain.log_analyze=on',
  'auto_explain.log_buffers=on',
  'auto_explain.log_timing=off',
  'auto_explain.log_format=json',
].flatMap((setting) => ['-c', setting])
/** The server's log reaches us a moment after its statements. */
const LOG_DELAY_MS = 500

async function startExplainedServer(folder: string): Promise<ExplainedServer> {
  let log = ''
  const onLog = (text: string) => {
    log += text
  }
  const server = await startPostgresql({ folder, isDurable: true, flags: FLAGS, onLog })
  const url = await server.createDatabase(DATABASE)
  const number = async (statement: string) => Number(Object.values((await server.ask(DATABASE, statement))[0] ?? {})[0])
  const wal = () => number(`SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')`)
  return {
    url,
    async explain(work) {
      await server.ask('postgres', `ALTER DATABASE ${DATABASE} SET auto_explain.log_min_duration = 0`)
      const before = await wal()
      try {
        await work()
      } finally {
        await server.ask('postgres', `ALTER DATABASE ${DATABASE} RESET auto_explain.log_min_duration`)
      }
      const walBytes = (await wal()) - before
      await wait(LOG_DELAY_MS)
      const plans = readPlans(log)
      log = ''
      return { plans, walBytes }
    },
    async bytesPerRow(tables) {
      await server.ask(DATABASE, 'ANALYZE')
      const sizes = tables.map(async (table) => [
        table,
        await number(
          `SELECT round(pg_total_relation_size(oid) / greatest(reltuples, 1)) FROM pg_class WHERE relname = '${table}'`,
        ),
      ])
      return Object.fromEntries(await Promise.all(sizes))
    },
    stop: () => server.stop(),
  }
}
