import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misused, readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { progress } from '@wayproof/command-line/progress'
import { systemClock } from '@wayproof/kernel/system'
import { type Calibration, calibrateClaims, ignorable } from '@wayproof/scorecard/claims/calibration/calibrate-claims'
import {
  type CalibratedForecast,
  calibrateForecasts,
  type ForecastCalibration,
} from '@wayproof/scorecard/claims/calibration/calibrate-forecasts'

// Simulates every claim and writes how often it is false: `npx -y pnpm@12 calibrate [--json] [--runs N]`.

const options = { json: { type: 'boolean' }, runs: { type: 'string', default: '4000' } } as const
const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs')

function run(runs: number, told: (done: number, of: number) => void): Calibration {
  const steps = calibrateClaims(runs)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    told(value.done, value.of)
  }
}

const [WIDTH, HEIGHT] = [720, 320]
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 130, 20, 44]
const [LOW, HIGH] = [0.9, 1]
const RESPONSES = [
  { response: 1, color: '#0f5c6e', name: 'even response' },
  { response: 1.5, color: '#a65f00', name: 'response 1.5' },
] as const

/** Draws how many intervals hold the true share, each share a dot, by number of answers. */
function coverageSvg(cells: Calibration['shares']): string {
  const answers = [...new Set(cells.map((cell) => cell.answers))]
  const step = (WIDTH - LEFT - RIGHT) / answers.length
  const x = (at: number) => LEFT + step * (answers.indexOf(at) + 0.5)
  const y = (share: number) => TOP + ((HIGH - share) / (HIGH - LOW)) * (HEIGHT - TOP - BOTTOM)
  const lines = [0.9, 0.93, 0.95, 0.98, 1].map(
    (share) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}" stroke="#e3e6ea"/><text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end">${Math.round(100 * share)}%</text>`,
  )
  const names = answers.map(
    (at) =>
      `<text x="${x(at)}" y="${HEIGHT - 22}" text-anchor="middle">${new Intl.NumberFormat('en').format(at)}</text>`,
  )
  const dots = RESPONSES.flatMap(({ response, color }, i) =>
    cells
      .filter((cell) => cell.response === response)
      .map(
        ({ answers: at, share, coverage }) =>
          `<circle cx="${(x(at) + (i - 0.5) * 18).toFixed(1)}" cy="${y(Math.max(LOW, coverage.rate ?? 0)).toFixed(1)}" r="4" fill="${color}" fill-opacity=".75"><title>${share}: ${coverage.rate}</title></circle>`,
      ),
  )
  const legend = RESPONSES.map(
    ({ name, color }, i) =>
      `<circle cx="${WIDTH - RIGHT + 16}" cy="${40 + i * 22}" r="4" fill="${color}"/><text x="${WIDTH - RIGHT + 26}" y="${44 + i * 22}">${name}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1a1f26">
<title>Coverage of the 95% interval by number of answers; one dot for each true share</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...lines, ...names, ...dots, ...legend].join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 4}" text-anchor="middle">answers</text>
</svg>
`
}

type Rate = Calibration['summary']['worstFalseMet']

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

/** "2.4% ±0.2": a rate with the standard error of its simulation. */
const shown = ({ rate, error }: Rate): string =>
  rate === null ? '–' : `${percent(rate)}${error ? ` ±${(100 * error).toFixed(1)}` : ''}`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const whole = (count: number): string => new Intl.NumberFormat('en').format(count)

/** docs/quality.md: how often each kind of claim is false. */
function qualityPage(claims: Calibration, forecasts: ForecastCalibration): string {
  const { summary } = claims
  return `<!-- Written by \`npx -y pnpm@12 calibrate\`: do not edit. -->

# How often each claim is false

Simulated with the product's own rules: ${whole(claims.runs)} waves or years in each cell, seed ${claims.seed}. "±" is the standard error of
the simulation; even response is added up over all possible results and has none. \`npx -y pnpm@12 calibrate\` writes this page again.

| claim | measured | target |
| --- | ---: | ---: |
| "met, beyond sampling error" or "met, beyond chance" although only just at the target, mean of the cells | ${percent(summary.falseDemonstrated)} | at most 3% |
| the worst cell of these | ${shown(summary.worstFalseMet)} | |
| "missed, beyond sampling error" or "beyond chance" although at the target, the worst cell | ${shown(summary.worstFalseMissed)} | |
| any change "beyond sampling error" in a wave without change, the worst cell | ${percent(summary.falseMoreThanChance)} | at most 5% |
| 95% intervals that hold the true figure, where silence is ignorable | ${percent(summary.coverage.least)} to ${percent(summary.coverage.most)} | at least 93% |

## Shares

The true share is exactly at the target, so every firm claim is false or nearly so. Response "1.5" means that one half of the
customers answers 1.5 times as often as the other and is more satisfied by up to 6 points; weights know the halves. Waves with
fewer than 100 answers have no verdict.

![Coverage of the 95% interval by number of answers](quality-coverage.svg)

${table(
  ['answers', 'share', 'response', 'interval holds', 'false "met"', 'false "missed"'],
  ignorable(claims.shares).map((cell) => [
    ...[whole(cell.answers), percent(cell.share), String(cell.response), shown(cell.coverage)],
    ...[shown(cell.falseMet), shown(cell.falseMissed)],
  ]),
)}

Cells above 98%: ${listed(ignorable(claims.shares).filter(({ coverage }) => (coverage.rate ?? 0) > 0.98))}.

### Very uneven response

Here groups answer so unevenly that trimmed weights cannot correct it. Such waves say so and claim nothing.

${table(
  ['answers', 'share', 'response', 'say so', 'interval holds', 'false "met"', 'false "missed"'],
  claims.shares
    .filter(({ response }) => response > 1.5)
    .map((cell) => [
      ...[whole(cell.answers), percent(cell.share), String(cell.response), shown(cell.uneven)],
      ...[shown(cell.coverage), shown(cell.falseMet), shown(cell.falseMissed)],
    ]),
)}

### Silence that no weight can know

If satisfied people answer 1.5 times as often as others, the share among those who answer is too high, and more answers only make
it look surer. The words are therefore "beyond sampling error", never "not by chance", and the range for unequal willingness to
answer stands beside the figure.

${table(
  ['answers', 'share', 'false "met, beyond sampling error"'],
  claims.silence.map(({ answers, share, falseMet }) => [whole(answers), percent(share), shown(falseMet)]),
)}

## Changes between waves

Nothing has changed in these waves. "Any" is any claim of a change among the headline, the headline against the same half of last
year, and eight questions. "Found" are changes of the size that a page names as found by 80 of 100 waves.

${table(
  ['answers', 'share', 'any false change', 'false change of the headline', 'found'],
  claims.changes.map((cell) => [
    ...[whole(cell.answers), percent(cell.share), shown(cell.falseAny), shown(cell.falseHeadline)],
    cell.found ? shown(cell.found) : '–',
  ]),
)}

## Fewer leaks

The true rate is exactly half of that of the baseline year, whose mean is given.

${table(
  ['leaks in the baseline year', 'interval holds', 'false "met"', 'false "missed"', 'met as counted'],
  claims.halvings.map((cell) => [
    ...[whole(cell.leaks), shown(cell.coverage), shown(cell.falseMet), shown(cell.falseMissed), shown(cell.met)],
  ]),
)}

## Forecasts

No forecast is displayed: each model is wrong by more than 10 points in some tenth once the pace has a shape that it does not
assume. "Base rate" is the Brier score of always forecasting the frequency of all cases; lower is better.
${whole(forecasts.runs)} years in each cell.

${table(
  ['goal', 'model', 'shape of the pace', 'Brier', 'base rate', 'worst tenth: forecast', 'happens'],
  forecasts.forecasts.map((forecast) => [forecast.goal, forecast.model, forecast.shape, ...scores(forecast)]),
)}
`
}

const scores = ({ brier, brierOfBaseRate, worst }: CalibratedForecast): readonly string[] => [
  ...[brier.toFixed(3), brierOfBaseRate.toFixed(3), worst ? percent(worst.forecast) : '–'],
  worst ? `${percent(worst.frequency)} ±${(100 * worst.standardError).toFixed(1)}` : '–',
]

const listed = (cells: Calibration['shares']): string =>
  cells.length === 0
    ? 'none'
    : cells
        .map(({ answers, share, response }) => `${whole(answers)} answers at ${percent(share)} (response ${response})`)
        .join('; ')

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
