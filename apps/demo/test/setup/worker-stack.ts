import { inject } from 'vitest'
import type { RunningStack } from './running-stack.ts'

/** The installation of this worker, which the files that it runs share one after the other. */
export function workerStack(): RunningStack {
  const stacks = inject('stacks')
  const stack = stacks[Number(process.env.VITEST_POOL_ID) - 1]
  if (!stack) throw new Error(`no stack for worker ${process.env.VITEST_POOL_ID} of ${stacks.length}`)
  return stack
}
