import type { Id, LocalText, PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'

/** More would turn an invitation into a report. */
const MOST_TOLD = 3

export interface ToldImprovement {
  readonly id: Id
  readonly text: LocalText
}

/**
 * What the invitation to the wave on `period` tells: the improvements chosen first after the last wave before it, at most
 * three. Half-years that were left out lie between; what travelers said is that of the last wave.
 */
export async function listImprovements(
  { store }: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<readonly ToldImprovement[]> {
  const before = (await store.waves()).map((wave) => wave.period).filter((asked) => asked < period)
  const last = before.toSorted().at(-1)
  return last === undefined ? [] : (await store.improvements(last)).slice(0, MOST_TOLD)
}
