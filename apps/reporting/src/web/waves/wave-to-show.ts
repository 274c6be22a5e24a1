import type { PeriodKey } from '@wayproof/kernel'
import type { Wave } from '@wayproof/survey'

type Listed = Pick<Wave, 'period' | 'status'>

/** Chooses the wave to show: the requested one if it exists; without a request the open one, or else the latest. */
export function waveToShow<W extends Listed>(newestFirst: readonly W[], requested: PeriodKey | undefined): W | null {
  if (requested !== undefined) return newestFirst.find(({ period }) => period === requested) ?? null
  return newestFirst.find(({ status }) => status === 'open') ?? newestFirst[0] ?? null
}
