import { nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel/calendar/period'
import type { OfficerAtWork } from '@wayproof/local-stack/clients/officer'
import { auditReason, graceReason, trainingReason } from '@wayproof/sample-company/people'

/**
 * Changes of two officers to the rules of the running half-year `half`: a shorter deadline for new partners, an
 * excluded partner, and a proposal that waits for a second person.
 */
export async function changeRules(
  [first, second]: readonly [OfficerAtWork, OfficerAtWork],
  half: PeriodKey,
  partner: string,
): Promise<void> {
  const now = parsePeriod(half)
  if (!now) throw new Error(`no period is named ${half}`)
  const shorter = {
    setting: 'partner-grace',
    value: 60,
    appliesFrom: half,
    reason: graceReason,
    document: 'SEC-2026-04',
  } as const
  await second.approve(await first.proposeRule(shorter))
  const out = {
    kind: 'exclusion',
    goal: 'partner-audit',
    row: partner,
    appliesFrom: half,
    reason: auditReason,
  } as const
  await second.approve(await first.proposeRow({ ...out, document: null }))
  const pendingChange = {
    setting: 'training-target',
    value: 97,
    appliesFrom: periodKey(nextPeriod(now)),
    reason: trainingReason,
  } as const
  await first.proposeRule({ ...pendingChange, document: null })
}
