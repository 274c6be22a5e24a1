import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ChosenImprovement, ImprovementChoices } from '@wayproof/survey/improvements/improvement'
import { whyFixed } from '../period-close.ts'
import type { ClosingStore } from '../ports.ts'

export interface ImprovementPorts {
  readonly closing: Pick<ClosingStore, 'closing'>
  readonly improvements: ImprovementChoices
  readonly clock: Clock
  readonly ids: Ids
}

export interface ChooseImprovement extends Pick<ChosenImprovement, 'text' | 'owner'> {
  readonly period: PeriodKey
  /** Name of the officer. */
  readonly by: string
}

export type ChooseFault = { readonly code: 'already-frozen' | 'period-closed' }

/** Records an improvement chosen from the feedback of a half-year, before the half-year is frozen or closed. */
export async function chooseImprovement(
  { closing, improvements, clock, ids }: ImprovementPorts,
  { by, ...chosen }: ChooseImprovement,
): Promise<Outcome<Id, ChooseFault>> {
  const fixed = whyFixed(await closing.closing(chosen.period))
  if (fixed) return fail(fixed)
  const id = ids.next()
  await improvements.choose({ ...chosen, id, chosenAt: clock.now(), chosenBy: by })
  return ok(id)
}

/** Withdraws an improvement that no invitation has mentioned, while its half-year is neither frozen nor closed. */
export async function withdrawImprovement(
  { closing, improvements, clock }: Pick<ImprovementPorts, 'closing' | 'improvements' | 'clock'>,
  { id, by }: { readonly id: Id; readonly by: string },
): Promise<Outcome<null>> {
  const period = await improvements.periodOf(id)
  if (period === null) return fail('improvement-unknown')
  const fixed = whyFixed(await closing.closing(period))
  return fixed ? fail(fixed) : improvements.withdraw(id, { at: clock.now(), by })
}
