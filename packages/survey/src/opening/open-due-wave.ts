import { addDays, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SurveyPorts } from '../ports.ts'
import { type DueOpening, isTooLate } from '../programme/planned-opening.ts'
import type { ChecklistGap } from './checklist.ts'
import { openWave } from './open-wave.ts'
import type { NotOpened } from './opening-question.ts'
import { isSamePlan } from './opening-words.ts'
import { readChecklist } from './read-checklist.ts'
import { automaticPlan } from './read-opening-words.ts'
import { latestClosingDay } from './wave-plan.ts'

export type OpeningOutcome =
  | { readonly isOpened: true }
  | { readonly isOpened: false; readonly reason: NotOpened; readonly lacking: readonly ChecklistGap[] }

/**
 * Opens the wave due under the program if two officers approved it, or records a question for the officers. Safe to repeat after an interruption:
 * an existing wave counts as opened, and each question is asked once.
 */
export async function openDueWave(ports: SurveyPorts, opening: DueOpening): Promise<OpeningOutcome> {
  const { store, clock } = ports
  const { period, at } = opening
  const now = clock.now()
  const reason = isTooLate(opening, now) ? 'late' : await tryToOpen(ports, period)
  if (reason === null) return { isOpened: true }
  await store.askAboutOpening({ period, reason, dueAt: at, askedAt: now })
  return { isOpened: false, reason, lacking: (await readChecklist(ports)).lacking }
}

/** Null if the period has its wave. */
async function tryToOpen(ports: SurveyPorts, period: PeriodKey): Promise<NotOpened | null> {
  if (await ports.store.wave(period)) return null
  const approved = await ports.store.approvedOpening(period)
  if (!approved || !isSamePlan(approved, await automaticPlan(ports, period))) return 'not-approved'
  const { mode, sampleSize, daysOpen } = await ports.store.programme()
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const closesOn = earlier(addDays(today, daysOpen), latestClosingDay(today))
  const size = sampleSize === null ? {} : { size: sampleSize }
  const outcome = await openWave(ports, { period, mode, closesOn, ...size })
  if (outcome.ok || outcome.fault.code === 'wave-exists') return null
  // The job runs again once the other wave is open.
  if (outcome.fault.code === 'other-wave-opening') throw new Error('another wave is being opened')
  const { code } = outcome.fault
  if (code === 'period-unknown' || code === 'period-not-askable' || code === 'close-date-too-late')
    throw new Error(`the programme has no wave for ${period}`)
  return code
}
