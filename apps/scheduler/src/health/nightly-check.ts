import { addDays, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { CheckerPorts } from '../scheduler-ports.ts'

const HOUR = 2

/**
 * Reads the whole database once a night. It is separate from the calendar, because the calendar writes, and nothing is
 * written to a damaged file. Only this check can find that the file is intact again.
 */
export function nightlyCheck({ store, clock, timeZone, log }: CheckerPorts): (signal: AbortSignal) => Promise<void> {
  const isNight = (day: string) => clock.now() >= momentOn(day, HOUR, timeZone)
  const started = dateAt(clock.now(), timeZone)
  let checkedOn = isNight(started) ? started : addDays(started, -1)
  return async (signal) => {
    const today = dateAt(clock.now(), timeZone)
    if (today === checkedOn || !isNight(today)) return
    checkedOn = today
    const state = await store.integrity.checkWhole(signal)
    log({ event: 'database-checked', state, faults: store.integrity.damage()?.faults ?? [] })
  }
}
