import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SurveyPorts } from '../ports.ts'
import { fullHour } from './wave-figures.ts'

/**
 * A count that starts later than this after the full hour waits for the next hour, because its figures would not be
 * those of the hour.
 */
const LATEST_MS = 5 * 60_000

/**
 * Counts every open wave at most once per full hour and stores the published figures. Returns the periods counted now.
 */
export async function countOpenWaves({
  store,
  clock,
  timeZone,
}: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<readonly PeriodKey[]> {
  const now = clock.now()
  const hour = fullHour(now, timeZone)
  if (now - hour > LATEST_MS) return []
  const countedPeriods: PeriodKey[] = []
  for (const { id, period, status, openedAt } of await store.waves()) {
    if (status !== 'open' || openedAt > hour) continue
    if (await store.countOpenWave(id, hour)) countedPeriods.push(period)
  }
  return countedPeriods
}
