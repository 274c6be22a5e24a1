import { quantile, type Run } from './figures.ts'
import { cpuOf, peakOf } from './process-cost.ts'
import { stayAwake } from './stay-awake.ts'

/** The measured process, and one operation of one client. */
export interface Load {
  readonly pid: number
  readonly clients: readonly (() => Promise<void>)[]
  readonly milliseconds: number
  /** Ends earlier, after this number of operations. */
  readonly most: number
}

/** Runs all clients side by side without pauses, and returns the cost. */
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
