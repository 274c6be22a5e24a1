import type { PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { fullHour } from './wave-figures.ts'

/** A count that begins later than this after the full hour is left to the next hour: it would not be of that hour. */
const LATEST_MS = 5 * 60_000

/** Counts every open wave, at most once a full hour, and keeps what is published of it. Gives the periods counted now. */
export async function countOpenWaves({
  store,
  clock,
  timeZone,
}: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<readonly PeriodKey[]> {
  const now = clock.now()
  const hour = fullHour(now, timeZone)
  if (now - hour > LATEST_MS) return []
  const counted: PeriodKey[] = []
  for (const { id, period, status, openedAt } of await store.waves()) {
    if (status !== 'open' || openedAt > hour) continue
    if (await store.countOpenWave(id, hour)) counted.push(period)
  }
  return counted
}
