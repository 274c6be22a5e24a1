import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Wave } from '@wayproof/survey/waves/wave'

type Listed = Pick<Wave, 'period' | 'status'>

/** Chooses the wave to show: the requested one if it exists; without a request the open one, or else the latest. */
export function waveToShow<W extends Listed>(newestFirst: readonly W[], requested: PeriodKey | undefined): W | null {
  if (requested !== undefined) return newestFirst.find(({ period }) => period === requested) ?? null
  return newestFirst.find(({ status }) => status === 'open') ?? newestFirst[0] ?? null
}

export const isHalfYear = (period: PeriodKey): boolean => parsePeriod(period)?.kind === 'half-year'

/** The nearest earlier wave on a half-year that has closed; null for the first one, and for a wave on another period. */
export function waveBefore<W extends Listed>(newestFirst: readonly W[], wave: Listed): W | null {
  if (!isHalfYear(wave.period)) return null
  const isEarlier = ({ period, status }: W) => period < wave.period && isHalfYear(period) && status !== 'open'
  return newestFirst.find(isEarlier) ?? null
}
