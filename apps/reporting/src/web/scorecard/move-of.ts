import type { Change } from '@wayproof/scorecard'

/** Above 0 where a goal became better: a larger share, or fewer leaks; null where nothing compares. */
export function moveOf({ from, to, leaks }: Change): number | null {
  if (leaks) return Math.sign(leaks.from.count - leaks.to.count)
  return from === null || to === null ? null : Math.sign(to - from)
}
