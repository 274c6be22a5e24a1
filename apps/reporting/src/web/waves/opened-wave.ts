import type { PeriodKey } from '@wayproof/kernel'
import type { Wave } from '@wayproof/survey'

type Listed = Pick<Wave, 'period' | 'status'>

/** The wave that the page opens: the one asked for or none, and without asking the open one, else the latest. */
export function openedWave<W extends Listed>(newestFirst: readonly W[], asked: PeriodKey | undefined): W | null {
  if (asked !== undefined) return newestFirst.find(({ period }) => period === asked) ?? null
  return newestFirst.find(({ status }) => status === 'open') ?? newestFirst[0] ?? null
}
