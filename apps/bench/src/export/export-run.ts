import { Readable } from 'node:stream'
import { exportCsv } from '@wayproof/evidence/export/export-csv'
import { benchSettings } from '../config.ts'
import { openFixtureStore } from '../fixtures/fixture-store.ts'
import { quantile } from '../measuring/figures.ts'
import { MEASURED_REGISTER } from './register-of-rows.ts'

// Exports a register as a stream of CSV, one page of rows after the other, like the download of the dashboard.

const EXPORTS = 5
const BYTES_PER_MEGABYTE = 1024 * 1024
/** Pages between two garbage collections of the export that measures live memory. */
const COLLECTED_PAGES = 10

const { BENCH_DATA: data, BENCH_DATABASE: databaseUrl } = benchSettings
const { store } = await openFixtureStore({ data, databaseUrl })

async function timeExport(onPage: () => void = () => {}) {
  const startedAt = performance.now()
  let [rows, bytes] = [-1, 0]
  for await (const page of Readable.from(pages()) as AsyncIterable<Buffer>) {
    bytes += page.length
    for (let at = page.indexOf('\n'); at >= 0; at = page.indexOf('\n', at + 1)) rows += 1
    onPage()
  }
  return { seconds: (performance.now() - startedAt) / 1000, rows, bytes }
}

async function* pages() {
  for await (const text of exportCsv(MEASURED_REGISTER, store.rows.all(MEASURED_REGISTER))) yield Buffer.from(text)
}

/** Highest growth of `memory` in one export, in megabytes. */
async function growthOf(memory: () => number) {
  const before = memory()
  let highest = before
  const exported = await timeExport(() => {
    highest = Math.max(highest, memory())
  })
  return { ...exported, growth: (highest - before) / BYTES_PER_MEGABYTE }
}

let page = 0
let live = 0
/** Memory in use after a garbage collection. */
function liveMemory(): number {
  if (page % COLLECTED_PAGES === 0) {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    live = heapUsed + external
  }
  page += 1
  return live
}

const first = await growthOf(() => process.memoryUsage.rss())
const times: number[] = []
for (let nth = 0; nth < EXPORTS; nth += 1) times.push((await timeExport()).seconds)
const { growth: liveGrowth } = await growthOf(liveMemory)
const { seconds, growth, rows, bytes } = first
process.stdout.write(`took ${quantile(times, 0.5)} ${seconds} ${growth} ${liveGrowth} ${rows} ${bytes}\n`)
process.on('SIGTERM', () => void store.close().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
