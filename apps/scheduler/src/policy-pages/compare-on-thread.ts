import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ComparePage, Comparison } from '@wayproof/evidence'

/** A page that is made to take for ever ends its thread, not the scheduler. Pages of people take less than a second. */
const MOST_MILLISECONDS = 20_000

const MEGABYTES = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * Compares each page on a thread of its own, so that letters and calendar go on meanwhile. A page that takes longer than
 * 20 s, or more memory than the thread may have, is `too-complex`. `deadline` gives a signal that is aborted after so many
 * milliseconds.
 */
export function threadComparison(deadline: (milliseconds: number) => AbortSignal): ComparePage {
  return async (page, texts) => {
    const thread = new Worker(new URL('./compare-thread.ts', import.meta.url), {
      workerData: { page, texts },
      execArgv: [],
      resourceLimits: MEGABYTES,
    })
    const signal = deadline(MOST_MILLISECONDS)
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
