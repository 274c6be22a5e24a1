import { expect, test } from 'vitest'
import { sharedRead } from './shared-read.ts'

test('calls of one turn share a read that starts after them, and later calls read again', async () => {
  let stored = 1
  let reads = 0
  const read = sharedRead(async () => {
    reads += 1
    return stored
  })
  const first = read()
  stored = 2
  expect(await Promise.all([first, read(), read()])).toEqual([2, 2, 2])
  expect(reads).toBe(1)
  stored = 3
  expect(await read()).toBe(3)
})

test('a call that is made while a read runs gets the next one', async () => {
  let stored = 1
  const begun = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const read = sharedRead(async () => {
    const found = stored
    begun.resolve()
    await ended.promise
    return found
  })
  const first = read()
  await begun.promise
  stored = 2
  const second = read()
  ended.resolve()
  expect(await Promise.all([first, second])).toEqual([1, 2])
})

test('a read that fails is not repeated for the calls that shared it', async () => {
  let reads = 0
  const read = sharedRead(async () => {
    reads += 1
    if (reads === 1) throw new Error('unreachable')
    return reads
  })
  expect(await Promise.allSettled([read(), read()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(await read()).toBe(2)
})
