import { dateAt, type Instant, type Period, periodKey } from '@wayproof/kernel'
import { type HalfYearCourse, stampOf, type WaveCourse } from '@wayproof/scorecard'
import type { Wave } from '@wayproof/survey'
import type { EditionPorts, IssuePorts } from './ports.ts'

/** Reads the days from which the due dates of a half-year's editions are counted. */
export async function halfYearCourse(
  { editions, survey, closing, timeZone }: EditionPorts,
  half: Period,
): Promise<HalfYearCourse> {
  const period = periodKey(half)
  const { daysOpen, localHolidays } = await survey.programme()
  const dayOf = (at: Instant | null) => (at === null ? null : dateAt(at, timeZone))
  const [first] = (await closing.closing(period)).seals
  return {
    half,
    wave: waveCourse(await survey.wave(period), timeZone),
    daysOpen,
    localHolidays,
    remindedOn: dayOf(await editions.remindedAt(period)),
    closedOn: first ? stampOf(first, timeZone).sealedOn : null,
  }
}

const waveCourse = (wave: Wave | null, timeZone: string): WaveCourse | null =>
  wave && {
    closesOn: dateAt(wave.closesAt - 1, timeZone),
    unlinkedOn: wave.unlinkedAt === null ? null : dateAt(wave.unlinkedAt, timeZone),
  }

export const readWaveCourse = async ({ survey, timeZone }: IssuePorts, period: string): Promise<WaveCourse | null> =>
  waveCourse(await survey.wave(period), timeZone)
