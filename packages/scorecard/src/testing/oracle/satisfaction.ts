import fc from 'fast-check'
import { exactShare, scoreShare } from './chance.ts'
import type { Moment } from './company.ts'
import type { Judged } from './judged.ts'

// statistics.md 2.2, 2.3 and 4.1, goal 4, evaluated answer by answer.

/**
 * The wave of the half-year, with one stratum, so that all answers have the same weight and the raked share is the
 * plain one.
 */
export interface WaveCase {
  readonly open: boolean
  readonly minimumForStatus: number
  /** `1`-`5`, `na`, `dk`, or null if the answer has no rating. */
  readonly overall: readonly (string | null)[]
}

export interface SatisfactionCase {
  readonly wave: WaveCase | null
  readonly improvementChosen: boolean
}

export function satisfaction({ today, span }: Moment): fc.Arbitrary<SatisfactionCase> {
  const answers = (value: string | null, ...many: number[]) =>
    fc.constantFrom(...many).map((count) => Array.from({ length: count }, () => value))
  const overall = fc
    .tuple(
      answers('5', 0, 2, 17, 34, 85, 180),
      answers('4', 0, 1, 2, 3),
      answers('3', 0, 0, 1, 3, 15),
      answers('1', 0, 0, 1, 3, 6, 30),
      answers('na', 0, 0, 1, 9),
      answers('dk', 0, 0, 1, 2, 9, 40),
      answers(null, 0, 1),
    )
    .map((values) => values.flat())
  const wave = fc.record({
    open: fc.constantFrom(false, false, false, true),
    minimumForStatus: fc.constantFrom(5, 20, 100, 102),
    overall,
  })
  return fc.record({
    // A wave takes place after its half-year.
    wave: today > span.last ? fc.option(wave, { nil: null, freq: 6 }) : fc.constant(null),
    improvementChosen: fc.boolean(),
  })
}

const NOTHING = { demonstrated: null, value: null, flags: [], facts: {}, missing: null }

export function judgeSatisfaction(
  { wave, improvementChosen }: SatisfactionCase,
  { today, span, rules }: Moment,
): Judged {
  if (!wave) return { ...NOTHING, verdict: 'unknown', status: today > span.last ? 'no-data' : 'too-early' }
  if (wave.open) return { ...NOTHING, verdict: 'unknown', status: 'no-data' }
  const opinions = wave.overall.filter((value) => value !== null && '12345'.includes(value))
  const without = wave.overall.filter((value) => value === 'na' || value === 'dk').length
  const [n, x] = [opinions.length, opinions.filter((value) => value === '4' || value === '5').length]
  const target = rules.targets.satisfaction
  if (n > 0 && n < rules.smallest)
    return { ...NOTHING, verdict: 'unknown', status: 'suppressed', facts: { n: null, top2: null } }
  // Few on one side: all that the score interval or the exact one holds.
  const few = n > 0 && Math.min(x, n - x) < 5 ? [exactShare(x, n)] : []
  const intervals = [scoreShare(x, Math.max(1, n)), ...few]
  const lower = Math.min(...intervals.map((interval) => interval.lower))
  const upper = Math.max(...intervals.map((interval) => interval.upper))
  // Decision 125: no share tells none from one, or all from all but one. From 20 people on there is still a verdict if
  // both counts have the same.
  const ends = [
    [0, 1],
    [n - 1, n],
  ].filter((end) => n > 0 && end.includes(x))
  const band = ends.length > 0
  const decided = ends.every(([one = 0, two = 0]) => n >= 20 && 100 * one < target * n === 100 * two < target * n)
  const enough = n > 0 && n >= wave.minimumForStatus && decided
  const said = {
    demonstrated: enough && !band ? lower >= target / 100 : null,
    value: n === 0 || band ? null : x / n,
    flags: 10 * without > 3 * (n + without) ? ['few-know'] : [],
    facts: { n, top2: band ? null : x },
    missing: null,
  }
  if (!enough) return { ...said, verdict: 'unknown', status: 'no-data' }
  if (100 * x < target * n) return { ...said, verdict: 'missed', status: upper >= target / 100 ? 'amber' : 'red' }
  return { ...said, verdict: 'met', status: improvementChosen ? 'green' : 'amber' }
}
