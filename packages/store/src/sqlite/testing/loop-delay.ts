import { readFileSync } from 'node:fs'

/**
 * Measures for how long (ms) the event loop stood still, less the time in which this process was ready to run and other
 * processes had the processor (Linux tells; elsewhere it counts in full). Call the result to stop and to get the longest.
 */
export function watchLoop(): () => { blockedMs: number; withWaitMs: number } {
  let last = performance.now()
  let lastWaited = waitedForProcessorMs()
  let blockedMs = 0
  let withWaitMs = 0
  const timer = setInterval(() => {
    const now = performance.now()
    const waited = waitedForProcessorMs()
    blockedMs = Math.max(blockedMs, now - last - (waited - lastWaited))
    withWaitMs = Math.max(withWaitMs, now - last)
    last = now
    lastWaited = waited
  }, 2)
  return () => {
    clearInterval(timer)
    return { blockedMs, withWaitMs }
  }
}

function waitedForProcessorMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
