import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { type ApprovalServices, askApproval } from '../approvals/ask-approval.ts'

/** Roles that act for everybody, read reports or manage accounts: a new organization requires a second factor of them. */
const REQUIRED_FROM_START: readonly UserRole[] = ['officer', 'case-handler', 'administrator']

interface FactorRule {
  readonly role: UserRole
  readonly required: boolean
}

/** Requires a second factor of a role at once, or asks another officer to approve that it is no longer required. */
export async function changeFactorRule(
  services: ApprovalServices,
  actor: Person,
  { role, required }: FactorRule,
): Promise<Outcome<{ readonly waits: boolean }>> {
  const { store, clock } = services
  const isRequired = (await store.secondFactors.requiredAt(role)) !== null
  if (required || !isRequired) {
    if (required !== isRequired) await store.secondFactors.setRule({ role, required, by: actor.name }, clock.now())
    return ok({ waits: false })
  }
  const differences = [{ field: 'factor-required', before: role, after: null }]
  const asked = await askApproval(services, actor, { kind: 'second-factor-rule', subject: role, differences })
  return asked.ok ? ok({ waits: true }) : asked
}

/**
 * Requires a second factor at the next sign-in of each role that a new organization requires it of. Sample data has no
 * one to protect, and its people sign in again and again.
 */
export async function requireFactorsFromStart(
  { store, clock }: Pick<ApprovalServices, 'store' | 'clock'>,
  actor: Person,
  { sample }: { readonly sample?: boolean | undefined },
): Promise<void> {
  if (sample) return
  for (const role of REQUIRED_FROM_START)
    if ((await store.secondFactors.requiredAt(role)) === null)
      await store.secondFactors.setRule({ role, required: true, by: actor.name }, clock.now())
}

export const factorRuleAct: ApprovalAct = {
  approve: ({ store, clock, user }, { subject }, decide) =>
    decide(async () => {
      await store.secondFactors.setRule({ role: subject as UserRole, required: false, by: user.name }, clock.now())
      return ok(null)
    }),
}
