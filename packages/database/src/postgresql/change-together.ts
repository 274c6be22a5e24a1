import type { Change, Query } from '../query/query.ts'

/**
 * Makes several changes with one statement, in one round trip. No change sees the others, so no two may change the same
 * row.
 */
export async function changeTogether(query: Query, changes: readonly Change[]): Promise<void> {
  const parts = changes.map(({ statement }, n) => `change_${n} AS (${statement.replaceAll('@', `@change_${n}_`)})`)
  const values = changes.flatMap((change, n) =>
    Object.entries(change.values).map(([name, value]) => [`change_${n}_${name}`, value] as const),
  )
  await query.run(`WITH ${parts.join(',\n')} SELECT 1`, Object.fromEntries(values))
}
