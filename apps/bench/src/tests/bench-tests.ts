import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { rounded } from '../measuring/figures.ts'

const root = join(import.meta.dirname, '../../../..')
const SHOWN = 20

export interface TestFigures {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** From the start of the runner to its end. */
  readonly seconds: number
  /** Sum over all files, of which two run at once. */
  readonly workSeconds: number
  /** Processes that wanted a core in the minute before the start. */
  readonly loadBefore: number
  readonly slowest: readonly { readonly file: string; readonly seconds: number }[]
}

/** The part of Vitest's JSON report that is read; times are milliseconds. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[]
}

/** Runs the tests of TEST_TIER and measures each file. `report`: where the runner writes its report. */
export async function benchTests(report: string): Promise<TestFigures> {
  const [loadBefore = 0] = loadavg()
  const begun = performance.now()
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  const child = spawn(process.execPath, [...runner, `--outputFile=${report}`], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  await once(child, 'close')
  const seconds = (performance.now() - begun) / 1000
  const { numPassedTests, numFailedTests, numPendingTests, testResults }: Report = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const files = testResults
    .map(({ name, startTime, endTime }) => ({
      file: name.replace(`${root}/`, ''),
      seconds: rounded((endTime - startTime) / 1000),
    }))
    .toSorted((a, b) => b.seconds - a.seconds)
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    seconds: rounded(seconds),
    workSeconds: rounded(files.reduce((sum, file) => sum + file.seconds, 0)),
    loadBefore: rounded(loadBefore),
    slowest: files.slice(0, SHOWN),
  }
}
