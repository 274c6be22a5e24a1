import { type CalendarDate, dateAt, fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { ChangingOfficer, CloseChange } from './close-change.ts'
import type { SurveyPorts } from './ports.ts'
import { closingMoment } from './wave-plan.ts'

export interface ProposeClose {
  readonly period: PeriodKey
  /** Null: as soon as it is approved. */
  readonly closesOn: CalendarDate | null
  readonly reason: string
  readonly by: ChangingOfficer
}

export type ProposeCloseFault = {
  readonly code: 'no-wave' | 'wave-closed' | 'close-date-past' | 'close-date-unchanged' | 'close-change-waits'
}

/** Proposes that an open wave close earlier or later than it was to. Until a second officer approves, nothing changes. */
export async function proposeClose(
  { store, clock, ids, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'ids' | 'timeZone'>,
  { period, closesOn, reason, by }: ProposeClose,
): Promise<Outcome<CloseChange, ProposeCloseFault>> {
  const now = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || now >= wave.closesAt) return fail('wave-closed')
  if (closesOn !== null && closesOn < dateAt(now, timeZone)) return fail('close-date-past')
  if (closesOn !== null && closingMoment(closesOn, timeZone) === wave.closesAt) return fail('close-date-unchanged')
  const change = { id: ids.next(), waveId: wave.id, closesOn, reason, proposedBy: by, proposedAt: now, decided: null }
  return (await store.proposeClose(change)) ? ok(change) : fail('close-change-waits')
}
