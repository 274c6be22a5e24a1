import { expect, inject } from 'vitest'
import type { RunningStack } from './running-stack.ts'

/** Files that look at every screen: they share a stack on which no other file leaves names or texts. */
const LOOKS_AT_EVERY_SCREEN = /\/screens(\.slow)?\.test\.ts$/

/** The installation of this worker, which the files that it runs share one after the other. */
export function workerStack(): RunningStack {
  const { perWorker, ofScreens } = inject('stacks')
  if (LOOKS_AT_EVERY_SCREEN.test(expect.getState().testPath ?? '')) return ofScreens
  const stack = perWorker[Number(process.env.VITEST_POOL_ID) - 1]
  if (!stack) throw new Error(`no stack for worker ${process.env.VITEST_POOL_ID} of ${perWorker.length}`)
  return stack
}
