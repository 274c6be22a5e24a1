import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Freeze, Reopening, Signature } from '../../closing/period-close.ts'
import { canonicalJson } from '../../closing/seals/canonical-json.ts'
import type { SaltedList } from '../../closing/seals/missing-rows-seal.ts'
import { makeSeal, NO_HEAD, type Seal } from '../../closing/seals/seal.ts'
import { type GoalId, OWNERS } from '../../goals/goal.ts'

// Entries that a contract suite stores, without the use cases that would make them.

export const PERIOD = '2025-H2'

export const closer = { id: 'officer-2', name: 'Ma' }
export const freezer = { id: 'officer-1', name: 'Lin' }

const parts = { figures: '{}', definitions: '{}', evidence: '{}', actions: '{}' }

export const freezeNamed = (id: string, period: PeriodKey = PERIOD, version = 1): Freeze => {
  return { id, period, version, parts, frozenAt: 10, frozenBy: freezer }
}

export const mailboxOf = (id: string): Uint8Array => Buffer.from(`mailbox of ${id}`)

export const signatureOn = (freezeId: string, goal: GoalId, at = 20): Signature => {
  return { freezeId, goal, owner: OWNERS[goal], by: { id: OWNERS[goal], name: 'Chen' }, at }
}

export const reopeningOf = (period: PeriodKey, version = 2): Reopening => {
  return { id: `reopening-${version}`, period, version, reason: 'late exams', at: 40, by: freezer }
}

/** The seal of a half-year that follows `before`. */
export function sealAfter(before: Seal | null, period: PeriodKey = PERIOD, version = 1): Seal {
  const number = (before?.number ?? 0) + 1
  const stated = { number, period, version, reason: null, sealedAt: 30, clockOffset: null }
  return makeSeal(before?.head ?? NO_HEAD, stated, { ...parts, signatures: canonicalJson({ closed: closer }) })
}

/** One missing partner. */
export const missingList: SaltedList = {
  goal: 'partner-audit',
  period: '2025',
  digests: ['ab'.repeat(32)],
  rows: [{ key: 'partner-7', label: 'Sunline', why: 'no-audit', detail: null, salt: '01' }],
}
