import { mailNotice } from '@wayproof/letters/outbox/mail-notice'
import { openDueWave } from '@wayproof/survey/opening/open-due-wave'
import { type DueOpening, dueOpenings } from '@wayproof/survey/programme/planned-opening'
import type { CalendarPorts } from '../scheduler-ports.ts'

const JOB = 'open-wave'
const LEASE_MS = 10 * 60_000
const LATE_AFTER_MS = 5 * 60_000

/**
 * Opens the waves that are due by the program, or asks the officers about them: each period once, by one scheduler. A
 * wave that an officer opened is not opened again. Returns the
 * number of opened waves.
 */
export async function openDueWaves({ store, clock, timeZone, ...ports }: CalendarPorts): Promise<number> {
  const programme = await store.survey.programme()
  if (!programme.runs) return 0
  let waves = 0
  for (const due of dueOpenings(programme, clock.now(), timeZone)) {
    if (await store.survey.wave(due.period)) continue
    if ((await store.jobRuns.outcomeOf(JOB, due.period)) !== null) continue
    if (await openOnce({ store, clock, timeZone, ...ports }, due)) waves += 1
  }
  return waves
}

async function openOnce(ports: CalendarPorts, due: DueOpening): Promise<boolean> {
  const { store, clock, log } = ports
  const now = clock.now()
  const isLate = now - due.at > LATE_AFTER_MS
  const run = await store.jobRuns.claimRun(JOB, due.period, due.at, now, now + LEASE_MS, isLate)
  if (!run) return false
  const opening = await openDueWave({ ...ports, store: store.survey }, due)
  if (!opening.isOpened) {
    const { reason, lacking } = opening
    const data = { period: due.period, reason, lacking }
    await mailNotice({ outbox: store.outbox, readers: store.officers, clock }, due.period, {
      kind: 'opening-question',
      data,
    })
  }
  const outcome = opening.isOpened ? 'opened' : `asked ${opening.reason}`
  await store.jobRuns.finishRun(run, outcome, clock.now())
  log({ event: 'wave-opening', period: due.period, outcome, late: isLate })
  return opening.isOpened
}
