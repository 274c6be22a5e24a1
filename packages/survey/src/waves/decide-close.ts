import {
  type ActingPerson,
  dateAt,
  fail,
  type Id,
  type Outcome,
  ok,
  type PeriodKey,
  secondPersonFault,
} from '@wayproof/kernel'
import { closingMoment } from '../opening/wave-plan.ts'
import type { SurveyPorts } from '../ports.ts'
import { closeWave } from './close-wave.ts'
import type { Wave } from './wave.ts'

export interface DecideClose {
  readonly period: PeriodKey
  /** The proposal that was seen: one that took its place meanwhile is not decided on. */
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
 * Decides on what another officer proposed about a wave's end. The proposer may take it back, never approve it,
 * also not by another account with the same mailbox. What is
 * approved to end at once is closed and unlinked when this resolves.
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
  const change = (await store.closeChanges(wave.id)).find((each) => each.id === id && each.decided === null)
  if (!change) return fail('no-close-change')
  const fault = secondPersonFault(by, await store.proposers(id))
  if (fault === 'appointment-unconfirmed') return fail(fault)
  if (approve && fault === 'same-person') return fail('own-close-change')
  const closesAt = change.closesOn === null ? at : closingMoment(change.closesOn, timeZone)
  if (approve && closesAt < at) return fail('close-date-past')
  const close = approve ? { closesAt, closesOn: dateAt(closesAt - 1, timeZone) } : null
  if (!(await store.decideClose(change.id, { by: { id: by.id, name: by.name }, at, close })))
    return fail('no-close-change')
  if (close && closesAt <= at) return closed(await closeWave(ports, { period }))
  return ok({ ...wave, closesAt: close ? closesAt : wave.closesAt })
}

// A wave that was found open and is now over is due: only one that vanished meanwhile, or was put off again, is not closed.
const closed = (outcome: Awaited<ReturnType<typeof closeWave>>): Outcome<Wave, DecideCloseFault> =>
  outcome.ok ? outcome : fail('no-wave')
