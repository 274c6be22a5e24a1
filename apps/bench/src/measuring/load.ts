import { quantile, type Run } from './figures.ts'
import { cpuOf, peakOf } from './process-cost.ts'
import { stayAwake } from './stay-awake.ts'

/** The measured process, and one operation of one client. */
export interface Load {
  readonly pid: number
  readonly clients: readonly (() => Promise<void>)[]
  readonly milliseconds: number
  /** Polls instead of sleeping: only where this process has a core to itself. */
  readonly staysAwake: boolean
  /** Ends earlier, after this number of operations. */
  readonly maxOperations: number
}

/** Runs all clients side by side without pauses, and returns the cost. */
export async function runLoad({
  pid,
  clients,
  milliseconds,
  staysAwake,
  maxOperations,
}: Load): Promise<Run & { readonly operations: number }> {
  const latencies: number[] = []
  let startedCount = 0
  const cpu = cpuOf(pid)
  const start = performance.now()
  const end = start + milliseconds
  const stopSpinning = staysAwake ? stayAwake() : () => {}
  await Promise.all(
    clients.map(async (work) => {
      while (performance.now() < end && startedCount < maxOperations) {
        startedCount += 1
        const from = performance.now()
        await work()
        latencies.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  stopSpinning()
  return {
    operations: latencies.length,
    perSecond: latencies.length / seconds,
    p50Milliseconds: quantile(latencies, 0.5),
    p99Milliseconds: quantile(latencies, 0.99),
    cpuMicroseconds: (cpuOf(pid) - cpu) / latencies.length,
    peakMegabytes: peakOf(pid),
  }
}
