import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { closingMoment, latestClosingDay } from '../opening/wave-plan.ts'
import type { SurveyPorts } from '../ports.ts'
import type { CloseChange } from './close-change.ts'

export interface ProposeClose {
  readonly period: PeriodKey
  /** Null: immediately on approval. */
  readonly closesOn: CalendarDate | null
  readonly reason: string
  readonly by: ActingPerson
}

export type ProposeCloseFault = {
  readonly code:
    | 'no-wave'
    | 'wave-closed'
    | 'close-date-past'
    | 'close-date-too-late'
    | 'close-date-unchanged'
    | 'close-change-waits'
    | 'appointment-unconfirmed'
}

/** Proposes an earlier or later close of an open wave. Nothing changes until a second officer approves. */
export async function proposeClose(
  { store, clock, ids, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'ids' | 'timeZone'>,
  { period, closesOn, reason, by }: ProposeClose,
): Promise<Outcome<CloseChange, ProposeCloseFault>> {
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  const now = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || now >= wave.closesAt) return fail('wave-closed')
  if (closesOn !== null && closesOn < dateAt(now, timeZone)) return fail('close-date-past')
  const latest = latestClosingDay(dateAt(wave.openedAt, timeZone))
  if (closesOn !== null && closesOn > latest) return fail('close-date-too-late')
  if (closesOn !== null && closingMoment(closesOn, timeZone) === wave.closesAt) return fail('close-date-unchanged')
  const proposedBy = { id: by.id, name: by.name }
  const change = { id: ids.next(), waveId: wave.id, closesOn, reason, proposedBy, proposedAt: now, decided: null }
  return (await store.proposeClose(change, by.mailbox)) ? ok(change) : fail('close-change-waits')
}
