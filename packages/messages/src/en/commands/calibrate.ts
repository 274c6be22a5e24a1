/** The output of `calibrate`. */
export const calibrate = {
  usage: `Usage: npx -y pnpm@12 calibrate [--json] [--runs N]

Simulates every kind of claim (a verdict, a change, fewer leaks, a forecast) with the product's own rules and counts how often it is false. Writes docs/quality.md and its picture. A fixed seed gives the same figures again.

  --runs N   simulated waves and years of each cell, at least 100 (default 4000)
  --json     one line of JSON on standard output`,
  badRuns: (runs: string) => `--runs must be a whole number from 100, not ${runs}.`,
  claims: 'Simulating verdicts, changes and reductions',
  forecasts: 'Simulating forecasts',
  bar: (done: number, of: number) => {
    const filled = Math.floor((30 * done) / of)
    return `${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${Math.floor((100 * done) / of)}%`
  },
  result: (demonstrated: string, chance: string, least: string, most: string) =>
    `False “demonstrated”: ${demonstrated}. Unchanged waves with a false change: ${chance}. Coverage: ${least} to ${most}.`,
  wrote: (files: string, seconds: string) => `Wrote ${files} after ${seconds} s.`,
}
