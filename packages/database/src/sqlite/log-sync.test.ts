import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { LogSync } from './log-sync.ts'

/** A disk whose flushes end at a call of the test. */
function slowDisk() {
  const done: string[] = []
  const flushes: PromiseWithResolvers<void>[] = []
  const begin = (name: string) => () => {
    const flush = Promise.withResolvers<void>()
    flushes.push(flush)
    return flush.promise.then(() => void done.push(name))
  }
  return { done, flushes, log: new LogSync({ flushLog: begin('flush'), checkpoint: begin('checkpoint') }) }
}

test('callers during a flush share the next one, because the running flush may have begun before their writes', async () => {
  const { log, flushes, done } = slowDisk()
  const ended: string[] = []
  const ask = (name: string) => log.sync().then(() => ended.push(name))
  const all = [ask('a'), ask('b')]
  await nextTurn()
  all.push(ask('c'), ask('d'))
  await nextTurn()
  expect(flushes).toHaveLength(1)
  flushes[0]?.resolve()
  await nextTurn()
  expect(ended).toEqual(['a', 'b'])
  expect(flushes).toHaveLength(2)
  flushes[1]?.resolve()
  await Promise.all(all)
  expect(ended).toEqual(['a', 'b', 'c', 'd'])
  expect(done).toEqual(['flush', 'flush'])
})

test('after a failed flush the log is moved into the file, because a second flush may falsely report success', async () => {
  const { log, flushes, done } = slowDisk()
  const failing = log.sync()
  const waiting = log.sync()
  await nextTurn()
  flushes[0]?.reject(new Error('the disk is gone'))
  await expect(failing).rejects.toThrow('the disk is gone')
  await expect(waiting).rejects.toThrow('the disk is gone')
  for (const [fails, name] of [[true], [false, 'checkpoint'], [false, 'flush']] as const) {
    const asked = log.sync()
    await nextTurn()
    if (fails) flushes.at(-1)?.reject(new Error('still gone'))
    else flushes.at(-1)?.resolve()
    await (fails ? expect(asked).rejects.toThrow('still gone') : asked)
    expect(done.at(-1)).toBe(name)
  }
})
