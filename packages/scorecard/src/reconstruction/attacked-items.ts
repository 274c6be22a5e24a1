import { satisfactionChange } from '../change/wave-change.ts'
import { Exact, type ExactVerdict, openExact } from '../exact.ts'
import type { Weighable } from '../facts.ts'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { weightedShareOfPeople } from '../measures/indicator-value.ts'
import { publish } from '../publish/publish.ts'
import { coarserStep, FINEST_STEP, type PublishedStep } from '../publish/published-step.ts'
import type { AttackedWave, ComparedWave } from './attacked-wave.ts'
import type { AttackedItem, WeightedFigures } from './published-item.ts'

type Judged = ExactVerdict<'customer-satisfaction'>

// A guess is judged at the finest step and published at the tried one, whatever step the wave has now.

/** Headline of a wave with its changes from and to others; null if the wave has no counted answers. */
export function attackedHeadline(wave: AttackedWave, waves: readonly ComparedWave[]): AttackedItem | null {
  const { satisfaction, context, groups } = wave
  const waveFacts = satisfaction.wave
  if (!waveFacts || waveFacts.open) return null
  const others = waves.map((comparedWave) => ({ ...comparedWave, exact: judged(comparedWave.wave) }))
  const published = (cells: Weighable, step: PublishedStep): WeightedFigures => {
    const exact = judgeCustomerSatisfaction(
      { ...satisfaction, wave: { ...waveFacts, ...cells, step: FINEST_STEP } },
      context,
    )
    const verdict = publish(exact, step)
    const changes = others.map((other) => {
      const [before, after] = other.side === 'before' ? [other.exact, exact] : [exact, other.exact]
      return publish(changeOf(before, after), coarserStep(step, other.step))
    })
    const { estimate } = verdict.figures
    return {
      share: estimate?.weighted ? verdict.value : null,
      ofSizes: JSON.stringify([estimate?.designEffect, estimate?.trimmed, estimate?.apart]),
      all: JSON.stringify([verdict, changes]),
    }
  }
  return { id: 'overall', counted: waveFacts, groups, publish: published }
}

const judged = ({ satisfaction, context }: AttackedWave): Judged => judgeCustomerSatisfaction(satisfaction, context)

const changeOf = (before: Judged, after: Judged): Exact<'wave-change'> =>
  new Exact('wave-change', satisfactionChange(openExact(before), openExact(after)), FINEST_STEP)

/** Trust in the company, from the same wave; null if not asked. */
export function attackedTrust({ trust, groups }: AttackedWave): AttackedItem | null {
  if (!trust) return null
  const published = (cells: Weighable, step: PublishedStep): WeightedFigures => {
    const value = publish(new Exact('indicator', weightedShareOfPeople(cells, groups.smallestGroup), FINEST_STEP), step)
    const share = value.kind === 'weighted' ? value.value : null
    return { share, ofSizes: '', all: JSON.stringify(value) }
  }
  return { id: 'trust', counted: trust, groups, publish: published }
}
