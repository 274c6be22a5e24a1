import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ComparePage, Comparison } from '@wayproof/evidence/policy-watch/compare-page'

/** A page built to be slow ends its thread, not the scheduler. Ordinary pages take less than a second. */
const TIMEOUT_MS = 20_000

const MEGABYTES = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * Compares each page on a separate thread, so that letters and calendar continue. A page that takes longer than 20 s,
 * or more memory than the thread may have, is `too-complex`. `deadline` returns a signal that is aborted after so many
 * milliseconds.
 */
export function threadComparison(deadline: (milliseconds: number) => AbortSignal): ComparePage {
  return async (page, texts) => {
    const thread = new Worker(new URL('./compare-thread.ts', import.meta.url), {
      workerData: { page, texts },
      execArgv: [],
      resourceLimits: MEGABYTES,
    })
    const signal = deadline(TIMEOUT_MS)
    try {
      const [comparison] = await once(thread, 'message', { signal })
      return comparison as Comparison
    } catch (error) {
      if (signal.aborted || isOutOfMemory(error)) return { outcome: 'too-complex', version: null, nearest: null }
      throw error
    } finally {
      await thread.terminate()
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
