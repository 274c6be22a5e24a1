import type { MissingWhy } from '@wayproof/scorecard/goals/missing-row'
import type { MissingView } from '../api.ts'

export interface Need {
  readonly why: MissingWhy
  readonly people: number
}

/** Counts missing people by reason, the most frequent first; empty for a reader who sees units only. */
export function needsOf(rows: MissingView['rows']): readonly Need[] {
  const counts = new Map<MissingWhy, number>()
  for (const row of rows) if ('why' in row) counts.set(row.why, (counts.get(row.why) ?? 0) + 1)
  return [...counts].map(([why, people]) => ({ why, people })).toSorted((a, b) => b.people - a.people)
}
