import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import { checkPlan, needsApproval, type PlanFault, type Programme, type ProgrammePlan } from './programme.ts'

export interface PlanProgramme {
  readonly plan: ProgrammePlan
  /** True if waves open automatically from now on. */
  readonly runs: boolean
  /** True if a second officer has approved this change. */
  readonly isApproved?: boolean
  /** Throws if the current plan may not be replaced. */
  readonly check?: (current: Programme) => void
}

/** Sets the plan for future waves; an open wave keeps the values sealed into it. */
export async function planProgramme(
  { store, clock, smallestWave }: Pick<SurveyPorts, 'store' | 'clock' | 'smallestWave'>,
  { plan, runs, isApproved = false, check }: PlanProgramme,
): Promise<Outcome<Programme, PlanFault>> {
  const validPlan = checkPlan(plan, smallestWave)
  if (!validPlan.ok) return validPlan
  const current = await store.programme()
  if (!isApproved && needsApproval(current, validPlan.value)) return fail('smaller-wave-needs-approval')
  const { runsSince } = current
  const programme = { ...validPlan.value, runs, runsSince: runsSince ?? (runs ? clock.now() : null) }
  await store.saveProgramme(programme, check)
  return ok(programme)
}
