import { setTimeout as sleep } from 'node:timers/promises'
import type { Timing } from '../timing.ts'

/** The real clock, for tests on real files. */
export const timing: Timing = { sleep: async (ms) => void (await sleep(ms)), now: () => performance.now() }
