import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { closingMoment } from '../opening/wave-plan.ts'
import type { SurveyPorts } from '../ports.ts'
import { closeWave } from './close-wave.ts'
import type { Wave } from './wave.ts'

export interface DecideClose {
  readonly period: PeriodKey
  /** The proposal that the officer saw; if another one has replaced it, the decision is rejected. */
  readonly change: Id
  readonly approve: boolean
  readonly by: ActingPerson
}

export type DecideCloseFault = {
  readonly code:
    | 'no-wave'
    | 'wave-closed'
    | 'close-date-past'
    | 'no-close-change'
    | 'own-close-change'
    | 'appointment-unconfirmed'
}

/**
 * Decides on another officer's proposal to change a wave's close. The proposer may withdraw it but never approve it,
 * not even with another account of the same mailbox. A wave approved to close immediately is closed and unlinked when
 * this resolves.
 */
export async function decideClose(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  { period, change: id, approve, by }: DecideClose,
): Promise<Outcome<Wave, DecideCloseFault>> {
  const { store, clock, timeZone } = ports
  const at = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || at >= wave.closesAt) return fail('wave-closed')
  const change = (await store.closeChanges(wave.id)).find(
    (closeChange) => closeChange.id === id && closeChange.decided === null,
  )
  if (!change) return fail('no-close-change')
  const fault = secondPersonFault(by, await store.proposers(id))
  if (fault === 'appointment-unconfirmed') return fail(fault)
  if (approve && fault === 'same-person') return fail('own-close-change')
  const closesAt = change.closesOn === null ? at : closingMoment(change.closesOn, timeZone)
  if (approve && closesAt < at) return fail('close-date-past')
  const close = approve ? { closesAt, closesOn: dateAt(closesAt - 1, timeZone) } : null
  if (!(await store.decideClose(change.id, { by: { id: by.id, name: by.name }, at, close })))
    return fail('no-close-change')
  if (close && closesAt <= at) return closeOutcome(await closeWave(ports, { period }))
  return ok({ ...wave, closesAt: close ? closesAt : wave.closesAt })
}

// A wave that was open and has now ended is due; it is not closed only if it has disappeared or was postponed again.
const closeOutcome = (outcome: Awaited<ReturnType<typeof closeWave>>): Outcome<Wave, DecideCloseFault> =>
  outcome.ok ? outcome : fail('no-wave')
