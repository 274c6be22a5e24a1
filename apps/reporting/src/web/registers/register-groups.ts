import type { Register } from '../api.ts'

export interface RegisterGroup {
  readonly keeper: Register['keptBy']
  readonly registers: readonly Register[]
}

/** Groups registers by the office that maintains them: the reader's own office first, then in the order of the list. */
export function registerGroups(registers: readonly Register[], role: string | undefined): readonly RegisterGroup[] {
  const keepers = [...new Set(registers.map(({ keptBy }) => keptBy))]
  const ordered = [...keepers.filter((keeper) => keeper === role), ...keepers.filter((keeper) => keeper !== role)]
  return ordered.map((keeper) => ({ keeper, registers: registers.filter(({ keptBy }) => keptBy === keeper) }))
}
