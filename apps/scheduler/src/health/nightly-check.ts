import { addDays, dateAt, momentOn } from '@wayproof/kernel'
import type { CheckerPorts } from '../scheduler-ports.ts'

const HOUR = 2

/**
 * Has all of the database read once a night. It stands beside the calendar, which writes: where a check found damage, nothing
 * is written, and this one alone can say that the file is whole again.
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
