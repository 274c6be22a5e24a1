import type { Change } from '../change/change.ts'
import { strengthOfP } from '../claims/claim.ts'
import { Exact } from '../exact.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Verdict } from '../verdict.ts'
import { ceilTo, floorTo, ifNotNull, sharesIn } from './grain.ts'
import { publish } from './publish.ts'
import { flooredInterval } from './publish-verdict.ts'
import { FINEST_STEP, type PublishedStep } from './published-step.ts'

/** In older seals a change has the p-value of no change instead of its strength. */
type SealedChange = Omit<Change, 'strength'> & Partial<Pick<Change, 'strength'>> & { readonly p?: number | null }

/**
 * Publishes a scorecard from frozen or sealed `figures` (canonical JSON). Seals made before coarse publishing hold all
 * digits: their text stays as hashed and is published like any other. Throws for any other text.
 */
export function publishSealed(figures: string): Scorecard {
  const { verdicts, changes, standing, seal, ...stamp } = JSON.parse(figures) as Omit<Scorecard, 'changes'> & {
    readonly changes: readonly SealedChange[]
  }
  const step = verdicts.map(stepOf).find((each) => each !== undefined) ?? FINEST_STEP
  const exactVerdicts = verdicts.map((verdict) => new Exact('verdict', verdict, step))
  const published = publish(
    new Exact('scorecard', { stamp, standing, seal, verdicts: exactVerdicts, before: [] }, step),
  )
  return { ...published, changes: changes.map((change) => sealedChange(change, step)) }
}

/** A change as sealed: no finer than its wave allows, and as firm as the chance of a false claim allows today. */
function sealedChange({ p, ...change }: SealedChange, step: PublishedStep): Change {
  const ends = { from: ifNotNull(toTenth, change.from), to: ifNotNull(toTenth, change.to) }
  if (step === 'verdict') return { ...change, ...ends, strength: null, interval: null, detectable: null }
  return {
    ...change,
    ...ends,
    strength: change.strength === undefined ? (typeof p === 'number' ? strengthOfP(p) : null) : change.strength,
    interval: flooredInterval(change.interval, sharesIn[step]),
    detectable: ifNotNull((share) => ceilTo(share, sharesIn[step]), change.detectable),
  }
}

const toTenth = (share: number): number => floorTo(share, sharesIn[FINEST_STEP])

const stepOf = (verdict: Verdict): PublishedStep | undefined =>
  verdict.goal === 'customer-satisfaction' ? verdict.figures.step : undefined
