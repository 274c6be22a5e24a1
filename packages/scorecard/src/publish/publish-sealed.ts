import { Exact } from '../exact.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Verdict } from '../verdict.ts'
import { publish } from './publish.ts'
import { FINEST_STEP, type PublishedStep } from './published-step.ts'

/**
 * Publishes a scorecard from frozen or sealed `figures` (canonical JSON). Seals made before coarse publishing hold all
 * digits: their text stays as hashed and is published like any other. Throws for any other text.
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
