import { join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import type { FixturePlace } from '../fixtures/fixture-store.ts'
import { quantile } from '../measuring/figures.ts'
import { SERVER_CORE } from '../measuring/process-cost.ts'
import { registerOfRows } from './register-of-rows.ts'

export interface ExportFigures {
  readonly name: 'export'
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
  /** The first export of a process, without caches and prepared statements. */
  readonly firstSeconds: number
  /** Growth of resident memory during the first export, with what V8 has not collected yet. */
  readonly growthMegabytes: number
  /** Growth of memory in use during one export: constant if the export is streamed. */
  readonly liveMegabytes: number
}

/** Exports a register of `rows` rows as CSV, in a new process for each run; returns the medians of `runs` runs. */
export async function benchExport(
  data: string,
  databases: BenchDatabases,
  rows: number,
  runs: number,
): Promise<ExportFigures> {
  const place = { data, databaseUrl: await databases.create(data) }
  await registerOfRows(place, rows)
  const measuredExports: ExportFigures[] = []
  for (let run = 0; run < runs; run += 1) measuredExports.push(await measure(place, rows))
  const middle = (figureOf: (figures: ExportFigures) => number) =>
    Number(quantile(measuredExports.map(figureOf), 0.5).toPrecision(4))
  return {
    name: 'export',
    rows,
    bytes: quantile(
      measuredExports.map(({ bytes }) => bytes),
      0.5,
    ),
    seconds: middle(({ seconds }) => seconds),
    firstSeconds: middle(({ firstSeconds }) => firstSeconds),
    growthMegabytes: middle(({ growthMegabytes }) => growthMegabytes),
    liveMegabytes: middle(({ liveMegabytes }) => liveMegabytes),
  }
}

async function measure({ data, databaseUrl }: FixturePlace, rows: number): Promise<ExportFigures> {
  const child = startScript(
    'apps/bench/src/export/export-run.ts',
    { BENCH_DATA: data, BENCH_DATABASE: databaseUrl },
    join(data, 'run.log'),
    SERVER_CORE,
    ['--import', 'tsx', '--expose-gc'],
  )
  try {
    const [, seconds, first, growth, live, exported, bytes] = await child.line(
      (line) => /^took (\S+) (\S+) (\S+) (\S+) (\d+) (\d+)$/.exec(line) ?? undefined,
      300_000,
    )
    if (Number(exported) !== rows) throw new Error('the export has another number of rows than the register')
    return {
      name: 'export',
      rows,
      bytes: Number(bytes),
      seconds: Number(seconds),
      firstSeconds: Number(first),
      growthMegabytes: Number(growth),
      liveMegabytes: Number(live),
    }
  } finally {
    await child.stop()
  }
}
