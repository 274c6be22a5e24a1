import type { Calibration } from '@wayproof/scorecard/claims/calibration/calibrate-claims'

const [WIDTH, HEIGHT] = [720, 320]
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 130, 20, 44]
const [LOW, HIGH] = [0.9, 1]
const RESPONSES = [
  { response: 1, color: '#0f5c6e', name: 'even response' },
  { response: 1.5, color: '#a65f00', name: 'response 1.5' },
] as const

/** Draws how many intervals hold the true share, each share a dot, by number of answers. */
export function coverageSvg(cells: Calibration['shares']): string {
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
