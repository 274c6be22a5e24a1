import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFile } from '../testing/temporary-file.ts'
import { LogFile } from './log-file.ts'

/**
 * Returns for each of three flushes whether it ended before the event loop continued; `took` is the duration of each by
 * the clock.
 */
async function waitedHere(cores: number, took: readonly number[]): Promise<boolean[]> {
  const path = temporaryFile()
  writeFileSync(path, 'a log')
  let [time, flushes, begun] = [0, 0, false]
  const now = () => {
    begun = !begun
    if (!begun) time += took[flushes++] ?? 0
    return time
  }
  const log = new LogFile(path, { cores, now })
  const waited: boolean[] = []
  try {
    // The first flush opens the file, when the speed of the disk is still unknown.
    await log.flush()
    for (let n = 0; n < 3; n += 1) {
      let over = false
      const flush = log.flush().then(() => {
        over = true
      })
      await Promise.resolve().then(() => undefined)
      waited.push(over)
      await flush
    }
  } finally {
    await log.close()
  }
  return waited
}

test('with several cores another thread waits for the disk', async () => {
  expect(await waitedHere(2, [0, 0, 0, 0])).toEqual([false, false, false])
})

test('with one core the event loop waits for a fast disk, and another thread for a slow one until it is fast again', async () => {
  expect(await waitedHere(1, [1, 0, 8, 1])).toEqual([true, true, false])
  expect(await waitedHere(1, [1, -1000, 1, 1])).toEqual([true, false, true])
  expect(await waitedHere(1, [8, 1, 1, 1])).toEqual([false, true, true])
})

test('a missing file is an error', async () => {
  await expect(new LogFile(`${temporaryFile()}-none`, { now: () => 0 }).flush()).rejects.toThrow('ENOENT')
})
