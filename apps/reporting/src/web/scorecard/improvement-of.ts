import type { Change } from '@wayproof/scorecard/change/change'

/** Positive for an improvement: a larger share or fewer leaks; null if the values cannot be compared. */
export function improvementOf({ from, to, leaks }: Change): number | null {
  if (leaks) return Math.sign(leaks.from.count - leaks.to.count)
  return from === null || to === null ? null : Math.sign(to - from)
}
