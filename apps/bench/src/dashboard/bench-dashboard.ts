import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { MEASURED_PERIOD, scorecardFixture } from '../fixtures/scorecard-fixture.ts'
import { quantile } from '../measuring/figures.ts'
import { cpuOf } from '../measuring/process-cost.ts'
import { openConnection } from '../survey/http-connection.ts'
import { type FirstPaints, paintFirstScreen } from './first-paint.ts'
import { type FirstScreen, loadFirstScreen } from './first-screen.ts'
import { type ReportingApp, signedInOfficer, startReporting } from './reporting-app.ts'

export interface DashboardFigures {
  readonly name: 'dashboard'
  readonly answers: number
  /** Time from a request for the scorecard to its complete response, on one connection. */
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  /** Processor time of the dashboard's server for one scorecard, over all its threads. */
  readonly cpuMilliseconds: number
  /** Files that the first screen cannot be drawn without. */
  readonly firstScreen: FirstScreen
  readonly firstPaint: FirstPaints
}

type ReadFigures = Pick<DashboardFigures, 'p50Milliseconds' | 'p99Milliseconds' | 'cpuMilliseconds'>

const WARM_UP = 500
const READS = 1_000
const PROCEDURE = 'scorecard.forPeriod'

/** Reads the scorecard of a wave of `answers` answers from the built dashboard; returns the medians of `runs` runs. */
export async function benchDashboard(
  data: string,
  databases: BenchDatabases,
  answers: number,
  runs: number,
): Promise<DashboardFigures> {
  const place = { data, databaseUrl: await databases.create(data) }
  await scorecardFixture(place, answers)
  const reporting = await startReporting(place)
  try {
    const cookie = await signedInOfficer(reporting)
    const home = `${reporting.url}/?period=${MEASURED_PERIOD}`
    const firstScreen = await loadFirstScreen(home, cookie)
    await readScorecards(reporting, cookie, WARM_UP)
    const firstPaint = await paintFirstScreen(home, cookie)
    const readRuns: ReadFigures[] = []
    for (let run = 0; run < runs; run += 1) readRuns.push(await readScorecards(reporting, cookie, READS))
    const middle = (figure: keyof ReadFigures) =>
      Number(
        quantile(
          readRuns.map((readRun) => readRun[figure]),
          0.5,
        ).toPrecision(3),
      )
    return {
      name: 'dashboard',
      answers,
      p50Milliseconds: middle('p50Milliseconds'),
      p99Milliseconds: middle('p99Milliseconds'),
      cpuMilliseconds: middle('cpuMilliseconds'),
      firstScreen,
      firstPaint,
    }
  } finally {
    await reporting.app.stop()
  }
}

async function readScorecards({ port, app }: ReportingApp, cookie: string, reads: number): Promise<ReadFigures> {
  const input = encodeURIComponent(JSON.stringify({ json: { period: MEASURED_PERIOD } }))
  const request = `GET /trpc/${PROCEDURE}?input=${input} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`
  const connection = await openConnection(port)
  try {
    const times: number[] = []
    const cpuBefore = cpuOf(app.pid)
    for (let read = 0; read < reads; read += 1) {
      const startedAt = performance.now()
      const { status, body } = await connection.ask(request)
      times.push(performance.now() - startedAt)
      if (status !== 200 || !body.includes('customer-satisfaction')) throw new Error(`no scorecard: status ${status}`)
    }
    const cpuMilliseconds = (cpuOf(app.pid) - cpuBefore) / reads / 1_000
    return { p50Milliseconds: quantile(times, 0.5), p99Milliseconds: quantile(times, 0.99), cpuMilliseconds }
  } finally {
    connection.close()
  }
}
