import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import { startDatabases } from '../fixtures/bench-databases.ts'
import { scorecardFixture } from '../fixtures/scorecard-fixture.ts'
import { peakOf } from '../measuring/process-cost.ts'

export interface MoveFigures {
  readonly name: 'move'
  readonly answers: number
  /** Rows of all tables. */
  readonly rows: number
  /** From SQLite to PostgreSQL. */
  readonly there: MoveRun
  /** From PostgreSQL to SQLite. */
  readonly back: MoveRun
  /** Whether each table has the same digest after both moves; the audit log has an entry of each. */
  readonly digestsEqual: boolean
}

interface MoveRun {
  readonly seconds: number
  readonly peakMegabytes: number
}

interface Moved extends MoveRun {
  readonly rows: number
  readonly digests: Readonly<Record<string, unknown>>
}

/** Moves a wave of `answers` answers from SQLite to PostgreSQL and back. */
export async function benchMove(folder: string, answers: number): Promise<MoveFigures> {
  const server = await startDatabases('postgresql')
  try {
    const data = join(folder, 'old')
    mkdirSync(data)
    const file = `file:${join(data, 'wayproof.db')}`
    await scorecardFixture({ data, databaseUrl: file }, answers)
    const url = await server.create(data)
    const there = await measure(data, file, url)
    const back = await measure(data, url, `file:${join(folder, 'new', 'wayproof.db')}`)
    const digestsEqual = Object.entries(there.digests).every(
      ([table, digest]) => table === 'audit_entry' || JSON.stringify(back.digests[table]) === JSON.stringify(digest),
    )
    const run = ({ seconds, peakMegabytes }: Moved) => ({ seconds, peakMegabytes })
    return { name: 'move', answers, rows: there.rows, there: run(there), back: run(back), digestsEqual }
  } finally {
    await server.stop()
  }
}

const LONGEST_MS = 1_800_000

async function measure(data: string, from: string, to: string): Promise<Moved> {
  const settings = { BENCH_DATA: data, BENCH_DATABASE: from, BENCH_TARGET: to }
  const child = startScript('apps/bench/src/move/move-run.ts', settings, join(data, 'run.log'))
  try {
    const [, seconds, rows, digests = ''] = await child.line(
      (line) => /^took (\S+) (\d+) (\{.*\})$/.exec(line) ?? undefined,
      LONGEST_MS,
    )
    return {
      seconds: Number(Number(seconds).toPrecision(3)),
      peakMegabytes: Math.round(peakOf(child.pid)),
      rows: Number(rows),
      digests: JSON.parse(digests),
    }
  } finally {
    await child.stop()
  }
}
