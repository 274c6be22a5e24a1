import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TRAVELER_FIELDS } from '@wayproof/survey'
import { startScript } from '../processes/app-process.ts'
import { csv } from '../sample/csv.ts'
import type { BenchOptions } from './bench-options.ts'
import { type Figures, figuresOf, type Run } from './figures.ts'
import { peakOf } from './process-cost.ts'
import { travelerRow } from './survey-ground.ts'

/** A traveler file into an empty database, in a process of its own. The limit reads and parses the same file only. */
export async function benchImport({ data, runs, size }: BenchOptions): Promise<Figures> {
  const file = join(data, 'travelers.csv')
  writeFileSync(file, travelerFile(size))
  const measured: Run[] = []
  const limits: Run[] = []
  for (let run = 0; run < runs; run += 1) {
    const folder = join(data, String(run))
    mkdirSync(folder)
    measured.push(await measure('apps/demo/src/bench/import-run.ts', folder, file, size))
    limits.push(await measure('apps/demo/src/bench/stub/parse-stub.ts', folder, file, size))
  }
  return figuresOf('import', measured, limits)
}

async function measure(script: string, folder: string, file: string, rows: number): Promise<Run> {
  const running = startScript(script, { BENCH_DATA: folder, STUB_FILE: file }, join(folder, 'import.log'))
  try {
    const [, milliseconds, cpu] = await running.line((line) => /^took ([\d.]+) (\d+)$/.exec(line) ?? undefined, 300_000)
    return {
      perSecond: rows / (Number(milliseconds) / 1000),
      p50Milliseconds: Number(milliseconds),
      p99Milliseconds: Number(milliseconds),
      cpuMicroseconds: Number(cpu) / rows,
      peakMegabytes: peakOf(running.pid),
    }
  } finally {
    await running.stop()
  }
}

function travelerFile(rows: number): string {
  const names = TRAVELER_FIELDS.map(({ name }) => name)
  const cells = Array.from({ length: rows }, (_, index) => {
    const row = travelerRow(index).cells
    return names.map((name) => (row[name] === true ? 'yes' : String(row[name] ?? '')))
  })
  return csv(names, cells)
}
