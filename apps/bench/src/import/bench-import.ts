import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import { csv } from '@wayproof/sample-company/csv'
import { TRAVELER_FIELDS, type TravelerRow } from '@wayproof/survey/travelers/traveler'
import type { BenchOptions } from '../bench-options.ts'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import type { FixturePlace } from '../fixtures/fixture-store.ts'
import { travelerRow } from '../fixtures/survey-fixture.ts'
import { type Figures, figuresOf, type Run } from '../measuring/figures.ts'

/** Imports a traveler file into an empty database in its own process. The limit only reads and parses the same file. */
export async function benchImport({ data, databases, runs, size }: BenchOptions): Promise<Figures> {
  const file = join(data, 'travelers.csv')
  writeTravelerFile(file, size)
  await warmUp(data, databases)
  const measuredRuns: Run[] = []
  const limits: Run[] = []
  for (let run = 0; run < runs; run += 1) {
    const folder = join(data, String(run))
    mkdirSync(folder)
    const place = { data: folder, databaseUrl: await databases.create(folder) }
    measuredRuns.push(await measure('apps/bench/src/import/import-run.ts', place, file, size))
    limits.push(await measure('apps/bench/src/stubs/parse-stub.ts', place, file, size))
    rmSync(folder, { recursive: true })
  }
  return figuresOf('import', measuredRuns, limits)
}

/**
 * Node strips the types and stores its compile cache beside the data. The heap is kept small, because V8 otherwise
 * delays garbage collection while the machine has memory. With a small heap V8 mistakes rows waiting for the other
 * thread for long-lived objects; the last option switches this off.
 */
const LEAN = ['--max-semi-space-size=2', '--max-old-space-size=40', '--no-allocation-site-pretenuring']

async function measure(script: string, place: FixturePlace, file: string, rows: number): Promise<Run> {
  const { data, databaseUrl } = place
  const cache = join(dirname(file), 'programs')
  const settings = { BENCH_DATA: data, BENCH_DATABASE: databaseUrl, STUB_FILE: file, NODE_COMPILE_CACHE: cache }
  const child = startScript(script, settings, join(data, 'import.log'), null, LEAN)
  try {
    const TIMES = /^took ([\d.]+) (\d+) (\d+)$/
    const [, milliseconds, cpu, peak] = await child.line((line) => TIMES.exec(line) ?? undefined, 300_000)
    // Not killed, because Node stores its compile cache only at a normal end.
    await child.ended()
    return {
      perSecond: rows / (Number(milliseconds) / 1000),
      p50Milliseconds: Number(milliseconds),
      p99Milliseconds: Number(milliseconds),
      cpuMicroseconds: Number(cpu) / rows,
      peakMegabytes: Number(peak) / 1024,
    }
  } finally {
    await child.stop()
  }
}

/** Enough rows to run all code of an import. */
const WARM_UP = 3_000

/** Only the first run of a program fills Node's compile cache. */
async function warmUp(data: string, databases: BenchDatabases): Promise<void> {
  const folder = join(data, 'warm-up')
  const file = join(data, 'few.csv')
  mkdirSync(folder)
  writeTravelerFile(file, WARM_UP)
  const place = { data: folder, databaseUrl: await databases.create(folder) }
  await measure('apps/bench/src/import/import-run.ts', place, file, WARM_UP)
}

/** As in a real register: some thousand combinations of shared properties, and many days. */
const various = (index: number): TravelerRow['cells'] => {
  const [month, day, year] = [(index % 12) + 1, (index % 28) + 1, 2022 + (index % 3)]
  return {
    region: `region-${index % 34}`,
    lastTrip: `2025-${String((index % 6) + 6).padStart(2, '0')}`,
    basisWording: String((index % 4) + 3),
    basisDate: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  }
}

/** Number of rows written at once. */
const CHUNK_ROWS = 10_000

function writeTravelerFile(path: string, rows: number): void {
  const names = TRAVELER_FIELDS.map(({ name }) => name)
  const file = openSync(path, 'w')
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const cells = Array.from({ length: Math.min(CHUNK_ROWS, rows - from) }, (_, index) => {
      const row = { ...travelerRow(from + index).cells, ...various(from + index) }
      return names.map((name) => (row[name] === true ? 'yes' : String(row[name] ?? '')))
    })
    const text = csv(names, cells)
    writeSync(file, from === 0 ? text : text.slice(text.indexOf('\n') + 1))
  }
  closeSync(file)
}
