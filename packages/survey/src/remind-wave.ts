import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from './ports.ts'
import { type ReminderCourse, type ReminderMoments, reminderMoments } from './reminder.ts'
import type { Wave } from './wave.ts'

export type RemindFault = { readonly code: 'no-wave' | 'wave-closed' | 'already-reminded' }

type RemindPorts = Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>

/**
 * Posts, on an officer's word, the next reminder to all who have not answered and may still be written to: nobody gets
 * more than two, nor two within three days. Fault `already-reminded` when none is left to remind now.
 */
export async function remindWave(
  ports: RemindPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<{ readonly posted: number }, RemindFault>> {
  const found = await reminding(ports, period)
  if (!found.ok) return found
  const { wave, moments } = found.value
  const posted = await ports.store.remindWave(wave.id, moments)
  return posted === 0 ? fail('already-reminded') : ok({ posted })
}

/** Who would get a reminder now on an officer's word, and why the others would not. */
export async function previewReminders(
  ports: RemindPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<Readonly<Record<ReminderCourse, number>>, RemindFault>> {
  const found = await reminding(ports, period)
  return found.ok ? ok(await ports.store.reminderCourses(found.value.wave.id, found.value.moments)) : found
}

async function reminding(
  { store, clock, timeZone }: RemindPorts,
  period: PeriodKey,
): Promise<Outcome<{ readonly wave: Wave; readonly moments: ReminderMoments }, RemindFault>> {
  const at = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || at >= wave.closesAt) return fail('wave-closed')
  return ok({ wave, moments: reminderMoments(wave, { at, timeZone, byHand: true }) })
}

/** Posts, in every open wave, the reminders that have become due by its plan. Gives how many, by period. */
export async function remindWhoIsDue({
  store,
  clock,
  timeZone,
}: RemindPorts): Promise<readonly { readonly period: PeriodKey; readonly posted: number }[]> {
  const at = clock.now()
  const posted = []
  for (const wave of await store.waves()) {
    if (wave.status !== 'open' || at >= wave.closesAt) continue
    const moments = reminderMoments(wave, { at, timeZone, byHand: false })
    posted.push({ period: wave.period, posted: await store.remindWave(wave.id, moments) })
  }
  return posted
}
