import { type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { checkPlan, type PlanFault, type Programme, type ProgrammePlan } from './programme.ts'

export interface PlanProgramme {
  readonly plan: ProgrammePlan
  /** True if waves open automatically from now on. */
  readonly runs: boolean
  /** Throws if the current plan may not be replaced. */
  readonly check?: (current: Programme) => void
}

/** Sets the plan for future waves; an open wave keeps the values sealed into it. */
export async function planProgramme(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { plan, runs, check }: PlanProgramme,
): Promise<Outcome<Programme, PlanFault>> {
  const validPlan = checkPlan(plan)
  if (!validPlan.ok) return validPlan
  const { runsSince } = await store.programme()
  const programme = { ...validPlan.value, runs, runsSince: runsSince ?? (runs ? clock.now() : null) }
  await store.saveProgramme(programme, check)
  return ok(programme)
}
