import { quantile, type Run } from './figures.ts'
import { cpuOf, peakOf } from './process-cost.ts'
import { stayAwake } from './stay-awake.ts'

/** The measured process, and one operation of one client. */
export interface Load {
  readonly pid: number
  readonly clients: readonly (() => Promise<void>)[]
  readonly milliseconds: number
  /** Stops earlier, after so many operations. */
  readonly most: number
}

/** Lets all clients work side by side, each without a pause, and tells what it cost. */
export async function runLoad({ pid, clients, milliseconds, most }: Load): Promise<Run & { readonly done: number }> {
  const took: number[] = []
  let begun = 0
  const cpu = cpuOf(pid)
  const start = performance.now()
  const end = start + milliseconds
  const rest = stayAwake()
  await Promise.all(
    clients.map(async (work) => {
      while (performance.now() < end && begun < most) {
        begun += 1
        const from = performance.now()
        await work()
        took.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  rest()
  return {
    done: took.length,
    perSecond: took.length / seconds,
    p50Milliseconds: quantile(took, 0.5),
    p99Milliseconds: quantile(took, 0.99),
    cpuMicroseconds: (cpuOf(pid) - cpu) / took.length,
    peakMegabytes: peakOf(pid),
  }
}
