import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { ClosingStore } from '../closing/ports.ts'
import type { Evidence, SealedIndicator } from '../closing/seals/sealed-parts.ts'

/** Chosen from the feedback on a half-year, which comes after its seal. */
const AFTER_THE_SEAL = 'improvements'

/** The indicators that a seal contains. */
export const sealable = (indicators: readonly SealedIndicator[]): readonly SealedIndicator[] =>
  indicators.filter(({ id }) => id !== AFTER_THE_SEAL)

export type SealReader = { readonly closing: Pick<ClosingStore, 'closing'> }

/** The indicators in the newest seal of a half-year; none if it is not closed, or its seal is older than such lists. */
export async function readSealedIndicators(
  { closing }: SealReader,
  period: PeriodKey,
): Promise<readonly SealedIndicator[]> {
  const seal = (await closing.closing(period)).seals.at(-1)
  return seal ? ((JSON.parse(seal.parts.evidence) as Evidence).indicators ?? []) : []
}
