import type { UndoneImport } from '@wayproof/evidence/imports/undone-imports'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { GoalId } from '../goals/goal.ts'
import { GOAL_REGISTERS } from '../goals/goal-registers.ts'
import type { ClosingStore } from './ports.ts'
import type { Evidence } from './seals/sealed-parts.ts'

/**
 * Imports behind the newest seal of a half-year that were undone, newest first; for a goal only those of its registers.
 */
export async function undoneBeneath(
  { closing }: { readonly closing: Pick<ClosingStore, 'closing' | 'undoneSince'> },
  { period, goal }: { readonly period: PeriodKey; readonly goal?: GoalId },
): Promise<readonly UndoneImport[]> {
  const seal = (await closing.closing(period)).seals.at(-1)
  if (!seal) return []
  const undone = await closing.undoneSince(JSON.parse(seal.parts.evidence) as Evidence)
  return goal ? undone.filter(({ register }) => GOAL_REGISTERS[goal].includes(register)) : undone
}
