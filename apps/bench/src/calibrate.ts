import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misused, readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { progress } from '@wayproof/command-line/progress'
import { systemClock } from '@wayproof/kernel/system'
import { type Calibration, calibrateClaims } from '@wayproof/scorecard/claims/calibration/calibrate-claims'
import { calibrateForecasts } from '@wayproof/scorecard/claims/calibration/calibrate-forecasts'
import { coverageSvg } from './calibrate/coverage-svg.ts'
import { percent, qualityPage } from './calibrate/quality-page.ts'

// Simulates every claim and writes how often it is false: `npx -y pnpm@12 calibrate [--json] [--runs N]`.

const options = { json: { type: 'boolean' }, runs: { type: 'string', default: '4000' } } as const
const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs')

await runCommand(async () => {
  const text = words.calibrate
  const { values } = readArguments(options, text.usage)
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 100) throw new Misused(`${text.badRuns(values.runs)}\n${text.usage}`)
  const [startedAt, report] = [systemClock.now(), progress()]
  report.step(text.claims)
  const claims = run(runs, (done, of) => report.detail(text.bar(done, of)))
  report.step(text.forecasts)
  const forecasts = calibrateForecasts()
  report.end()
  writeFileSync(join(DOCS, 'quality.md'), qualityPage(claims, forecasts))
  writeFileSync(join(DOCS, 'quality-coverage.svg'), coverageSvg(claims.shares))
  const { summary } = claims
  const { least, most } = summary.coverage
  const show = (share: number) => percent(share)
  report.step(text.result(show(summary.falseDemonstrated), show(summary.falseMoreThanChance), show(least), show(most)))
  report.step(text.wrote('docs/quality.md', ((systemClock.now() - startedAt) / 1000).toFixed(0)))
  const result = { ...summary, ...claims, summary: undefined, forecasts }
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
})

function run(runs: number, told: (done: number, of: number) => void): Calibration {
  const steps = calibrateClaims(runs)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    told(value.done, value.of)
  }
}
