import { type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { checkPlan, type PlanFault, type Programme, type ProgrammePlan } from './programme.ts'

export interface PlanProgramme {
  readonly plan: ProgrammePlan
  /** Whether waves open by themselves from now on. */
  readonly runs: boolean
}

/** Sets how waves are run from now on; a wave that is open keeps what was sealed into it. */
export async function planProgramme(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { plan, runs }: PlanProgramme,
): Promise<Outcome<Programme, PlanFault>> {
  const checked = checkPlan(plan)
  if (!checked.ok) return checked
  const { runsSince } = await store.programme()
  const programme = { ...checked.value, runs, runsSince: runsSince ?? (runs ? clock.now() : null) }
  await store.saveProgramme(programme)
  return ok(programme)
}
