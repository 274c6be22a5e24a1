import type { PeriodKey } from '@wayproof/kernel'
import type { Wave } from '@wayproof/survey'

type Listed = Pick<Wave, 'period' | 'status'>

/** Chooses the wave to show: the requested one if it exists; without a request the open one, or else the latest. */
export function openedWave<W extends Listed>(newestFirst: readonly W[], asked: PeriodKey | undefined): W | null {
  if (asked !== undefined) return newestFirst.find(({ period }) => period === asked) ?? null
  return newestFirst.find(({ status }) => status === 'open') ?? newestFirst[0] ?? null
}
