import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { HalfYearFault } from '../../build-scorecard.ts'
import type { GoalId } from '../../goals/goal.ts'
import { missingRows } from '../../goals/list-missing-rows.ts'
import type { MissingList } from '../../goals/missing-row.ts'
import type { ScorecardPorts } from '../../ports.ts'
import type { ClosingStore } from '../ports.ts'
import { checkMissing, type SealedMissing } from './missing-rows-seal.ts'
import type { Seal } from './seal.ts'
import type { Evidence } from './sealed-parts.ts'

/** The rows that a goal lacks in a period, with their origin. */
export interface MissingRead extends MissingList {
  /**
   * `today`: the half-year is not closed. `sealed`: as frozen. `not-sealed`: the half-year was closed by a version that
   * sealed no rows; these are today's.
   */
  readonly origin: 'today' | 'sealed' | 'not-sealed'
  /** Sealed rows deleted on schedule. */
  readonly deleted: number
  /** True if sealed rows were changed or removed. */
  readonly altered: boolean
}

export interface MissingPorts extends ScorecardPorts {
  readonly closing: Pick<ClosingStore, 'closing' | 'missing' | 'deletedMissing'>
}

/**
 * Reads the valid missing rows: the sealed ones of a closed half-year, whatever the registers contain now. Fault:
 * `not-a-half-year`.
 */
export async function readMissingRows(
  ports: MissingPorts,
  { goal, period }: { readonly goal: GoalId; readonly period: PeriodKey },
): Promise<Outcome<readonly MissingRead[], HalfYearFault>> {
  const seal = (await ports.closing.closing(period)).seals.at(-1)
  const sealed = seal && (JSON.parse(seal.parts.evidence) as Evidence).missing?.filter((list) => list.goal === goal)
  if (seal && sealed?.length) return ok(await Promise.all(sealed.map((list) => readSealed(ports, seal, list))))
  const lists = await missingRows(ports, { goal, period })
  if (!lists.ok) return lists
  const origin = seal ? 'not-sealed' : 'today'
  return ok(lists.value.map((list) => ({ ...list, origin, deleted: 0, altered: false })))
}

async function readSealed({ closing }: MissingPorts, seal: Seal, sealedMissing: SealedMissing): Promise<MissingRead> {
  const { rows, gone, altered } = checkMissing(sealedMissing, await closing.missing(seal, sealedMissing))
  const unproven = gone > (await closing.deletedMissing())
  return { period: sealedMissing.period, rows, origin: 'sealed', deleted: gone, altered: altered || unproven }
}
