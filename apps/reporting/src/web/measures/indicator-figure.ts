import type { Locale } from '@wayproof/kernel/people/locale'
import { ratio } from '@wayproof/kernel/share'
import { sharePoints } from '@wayproof/messages/goal-value'
import { count } from '@wayproof/messages/number-format'
import type { Measure } from '../api.ts'

type Indicator = Measure['indicators'][number]
type Value = Indicator['value']

/** The number to draw; null for a value that has none or only a bound. */
export function figureOf(value: Value): number | null {
  switch (value.kind) {
    case 'share':
      return ratio(value.share)
    case 'weighted':
      return value.value
    case 'coarse':
      return value.share.kind === 'at' ? value.share.value : null
    case 'rate':
      return (value.cases * 100_000) / value.base
    case 'count':
      return value.count
    case 'days':
      return value.median
    default:
      return null
  }
}

/** The interval of a figure of the survey; counts of registers have none. */
export const intervalOf = (value: Value) => (value.kind === 'weighted' ? value.interval : null)

/**
 * The change on the half-year before; null if the two cannot be compared. Figures of the survey have none here, because
 * their change needs a test of chance, which the goal's page has.
 */
export function changeText(
  { value, evidence }: Pick<Indicator, 'value' | 'evidence'>,
  before: Value | undefined,
  locale: Locale,
): string | null {
  if (!before || before.kind !== value.kind || evidence.includes('waves')) return null
  const [from, to] = [figureOf(before), figureOf(value)]
  if (from === null || to === null) return null
  if (value.kind === 'share') return sharePoints(from, to, locale)
  if (value.kind !== 'count' && value.kind !== 'days') return null
  const difference = to - from
  return `${difference > 0 ? '+' : difference < 0 ? '−' : '±'}${count(Math.abs(difference), locale)}`
}
