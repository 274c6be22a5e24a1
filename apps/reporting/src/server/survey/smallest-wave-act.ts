import type { Person } from '@wayproof/accounts/accounts/person'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type PlanProgramme, planProgramme } from '@wayproof/survey/programme/plan-programme'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import type { Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'

interface PlanChange {
  readonly before: number
  readonly after: number
}

/** Saves a plan. A smaller wave than before, and than the product's own, keeps the old size until another officer approves. */
export async function savePlan(
  ctx: Services,
  actor: Person,
  planned: PlanProgramme,
): Promise<Outcome<{ readonly waits: boolean }>> {
  const ports = surveyPorts(ctx)
  const saved = await planProgramme(ports, planned)
  if (saved.ok) return ok({ waits: false })
  if (saved.fault.code !== 'smaller-wave-needs-approval') return saved
  const { smallestWave: before } = await ports.store.programme()
  const { smallestWave: after } = planned.plan
  const rest = await planProgramme(ports, { ...planned, plan: { ...planned.plan, smallestWave: before } })
  if (!rest.ok) return rest
  const differences = [{ field: 'smallest-wave', before: String(before), after: String(after) }]
  const details: PlanChange = { before, after }
  const asked = await askApproval(ctx, actor, { kind: 'smallest-wave', subject: 'programme', differences, details })
  return asked.ok ? ok({ waits: true }) : asked
}

/** Fault `approval-outdated` if the size has changed since. */
export const smallestWaveAct: ApprovalAct = {
  approve: async (ctx, { details }, decide) => {
    const { before, after } = details as PlanChange
    const ports = surveyPorts(ctx)
    const programme = await ports.store.programme()
    if (programme.smallestWave !== before) return fail('approval-outdated')
    return decide(async () => {
      await ports.store.saveProgramme({ ...programme, smallestWave: after })
      return ok(null)
    })
  },
}
