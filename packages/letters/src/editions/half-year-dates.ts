import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, periodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { stampOf } from '@wayproof/scorecard/closing/seals/sealed-scorecard'
import type { HalfYearDates } from '@wayproof/scorecard/editions/edition-due'
import type { WaveDates } from '@wayproof/scorecard/editions/wave-dates'
import type { Wave } from '@wayproof/survey/waves/wave'
import type { EditionPorts, IssuePorts } from './ports.ts'

/** Reads the days from which the due dates of a half-year's editions are counted. */
export async function readHalfYearDates(
  { editions, survey, closing, timeZone }: EditionPorts,
  half: Period,
): Promise<HalfYearDates> {
  const period = periodKey(half)
  const { daysOpen, localHolidays } = await survey.programme()
  const dayOf = (at: Instant | null) => (at === null ? null : dateAt(at, timeZone))
  const [first] = (await closing.closing(period)).seals
  return {
    half,
    wave: waveDates(await survey.wave(period), timeZone),
    daysOpen,
    localHolidays,
    remindedOn: dayOf(await editions.remindedAt(period)),
    closedOn: first ? stampOf(first, timeZone).sealedOn : null,
  }
}

const waveDates = (wave: Wave | null, timeZone: string): WaveDates | null =>
  wave && {
    closesOn: dateAt(wave.closesAt - 1, timeZone),
    unlinkedOn: wave.unlinkedAt === null ? null : dateAt(wave.unlinkedAt, timeZone),
  }

export const readWaveDates = async ({ survey, timeZone }: IssuePorts, period: string): Promise<WaveDates | null> =>
  waveDates(await survey.wave(period), timeZone)
