import { Exact } from '../exact.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Verdict } from '../verdict.ts'
import { publish } from './publish.ts'
import { FINEST_STEP, type PublishedStep } from './published-step.ts'

/**
 * The scorecard of frozen or sealed `figures`, canonical JSON. Seals made before figures were published coarsely hold all
 * digits: their text stays as it was hashed, and leaves as any other. Throws on what is no scorecard.
 */
export function publishSealed(figures: string): Scorecard {
  const { verdicts, changes, standing, seal, ...stamp } = JSON.parse(figures) as Scorecard
  const step = verdicts.map(stepOf).find((each) => each !== undefined) ?? FINEST_STEP
  const exact = {
    stamp,
    standing,
    seal,
    verdicts: verdicts.map((verdict) => new Exact('verdict', verdict, step)),
    changes: changes.map((change) => new Exact('change', change, step)),
  }
  return publish(new Exact('scorecard', exact, step))
}

const stepOf = (verdict: Verdict): PublishedStep | undefined =>
  verdict.goal === 'customer-satisfaction' ? verdict.figures.step : undefined
