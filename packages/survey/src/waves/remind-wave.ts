import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import { plannedRound, type ReminderMoments, reminderMoments } from './reminder.ts'
import type { Wave } from './wave.ts'
import type { Counted } from './wave-figures.ts'

export type RemindFault = { readonly code: 'no-wave' | 'wave-closed' }

type RemindPorts = Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>

/**
 * Queues the next reminder, on an officer's request, to everyone who has not answered and may still be emailed: at most
 * two per person, at least 3 days apart. The number queued is not returned, because only people who have not answered
 * get one.
 */
export async function remindWave(
  ports: RemindPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<null, RemindFault>> {
  const remindable = await remindableWave(ports, period)
  if (!remindable.ok) return remindable
  const { wave, moments } = remindable.value
  await ports.store.remindWave(wave.id, moments, 'by-hand')
  return ok(null)
}

export interface ReminderPreview {
  readonly counted: Counted
  /** People who had not answered by then, reachable or not; null before the first count. */
  readonly atMost: number | null
}

/**
 * Upper limit of the people a reminder could reach, from published figures only, so that an officer's changes to a
 * single traveler do not affect it.
 */
export async function previewReminders(
  ports: RemindPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<ReminderPreview, RemindFault>> {
  const remindable = await remindableWave(ports, period)
  if (!remindable.ok) return remindable
  const funnel = await ports.store.funnel(period)
  if (!funnel) return fail('no-wave')
  const { counted, invited, answered, withdrawn } = funnel
  // Arrivals that are not published yet lower no limit.
  const atMost = counted.kind === 'not-yet' ? null : Math.max(0, invited - (answered ?? 0) - (withdrawn ?? 0))
  return ok({ counted, atMost })
}

async function remindableWave(
  { store, clock, timeZone }: RemindPorts,
  period: PeriodKey,
): Promise<Outcome<{ readonly wave: Wave; readonly moments: ReminderMoments }, RemindFault>> {
  const at = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || at >= wave.closesAt) return fail('wave-closed')
  return ok({ wave, moments: reminderMoments(wave, { at, timeZone, byHand: true }) })
}

/** Queues the reminders that have become due in every open wave. Returns the periods of the waves it checked. */
export async function remindDueWaves({ store, clock, timeZone }: RemindPorts): Promise<readonly PeriodKey[]> {
  const at = clock.now()
  const checkedPeriods: PeriodKey[] = []
  for (const wave of await store.waves()) {
    if (wave.status !== 'open' || at >= wave.closesAt) continue
    const moments = reminderMoments(wave, { at, timeZone, byHand: false })
    await store.remindWave(wave.id, moments, plannedRound(wave, { at, timeZone }))
    checkedPeriods.push(wave.period)
  }
  return checkedPeriods
}
