import { addDays, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { fillRegister } from '../fixtures/fill-register.ts'
import { type FixturePlace, TIME_ZONE } from '../fixtures/fixture-store.ts'

export const MEASURED_REGISTER = 'training-completions'

const DAYS = 365
const MINUTE_MS = 60_000

/** Fills one register with `rows` different rows. */
export const registerOfRows = (place: FixturePlace, rows: number): Promise<void> =>
  fillRegister(place, MEASURED_REGISTER, rows, (index) => ({ number: `S${index}`, completedAt: completedAt(index) }))

const completedAt = (index: number) =>
  startOfDay(addDays('2025-01-01', index % DAYS), TIME_ZONE) + (index % 600) * MINUTE_MS
