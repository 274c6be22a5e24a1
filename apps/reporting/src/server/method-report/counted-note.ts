import { moment } from '@wayproof/messages/date-format'
import { ARRIVAL_STEP, FIRST_ARRIVALS, firstCountedHour } from '@wayproof/survey/waves/wave-figures'
import type { MethodReportSource } from './method-report.ts'

/** Says how exact the figures of an open wave are and when they were counted; empty for a closed wave. */
export function countedNote({
  funnel: { counted, wave },
  locale,
  words,
  timeZone,
}: Pick<MethodReportSource, 'funnel' | 'locale' | 'words' | 'timeZone'>): readonly string[] {
  const text = words.reporting.waves
  if (counted.kind === 'exact') return []
  if (counted.kind === 'hourly')
    return [text.hourly(moment(counted.asOf, timeZone, locale), FIRST_ARRIVALS, ARRIVAL_STEP)]
  return [text.notYet(moment(firstCountedHour(wave.openedAt, timeZone), timeZone, locale))]
}
