import { attackedHeadline } from '../attacked-items.ts'
import type { AttackedWave, ComparedWave } from '../attacked-wave.ts'
import { finestSafeStep } from '../finest-safe-step.ts'
import type { AttackedItem } from '../published-item.ts'
import type { WholeTable } from '../whole-table.ts'

/** The headline item of a generated wave, which always has one. */
export function headlineOf(wave: AttackedWave, waves: readonly ComparedWave[] = []): AttackedItem {
  const item = attackedHeadline(wave, waves)
  if (!item) throw new Error('a wave without answers')
  return item
}

/** The answers of a wave with other people in its cells. */
export const countedAs = ({ counted }: AttackedItem, { opinions, satisfied }: WholeTable): AttackedItem['counted'] => ({
  ...counted,
  margins: counted.margins && { ...counted.margins },
  cells: counted.cells.map((cell, i) => ({ ...cell, opinions: opinions[i] ?? 0, satisfied: satisfied[i] ?? 0 })),
})

/** Runs a search to its end and returns the result. */
export function resultOf<T>(search: Generator<void, T>): T {
  for (;;) {
    const next = search.next()
    if (next.done) return next.value
  }
}

export const stepOf = (...args: Parameters<typeof finestSafeStep>) => resultOf(finestSafeStep(...args))
