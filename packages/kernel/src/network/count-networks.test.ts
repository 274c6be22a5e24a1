import { expect, test } from 'vitest'
import { networkLimit } from './count-networks.ts'

const DAY = 24 * 3_600_000
const WINDOW = 600_000

/** A form that takes 3 posts of a network, 6 in all, and 2 more of new networks, in each window. */
function openForm() {
  const drawn: number[] = []
  let refused = 0
  const upTo = (most: number) => {
    const counts = new Map<number, number>()
    return async (now: number) => {
      await null
      const window = Math.floor(now / WINDOW)
      const count = counts.get(window) ?? 0
      if (count >= most) return WINDOW - (now % WINDOW)
      counts.set(window, count + 1)
      return null
    }
  }
  const limit = networkLimit({
    ...{ withinMs: WINDOW, mostOfNetwork: 3, countInAll: upTo(6), countReserved: upTo(2) },
    tokens: {
      bytes: (length) => {
        drawn.push(length)
        return new Uint8Array(length).fill(drawn.length)
      },
    },
    onRefused: () => {
      refused += 1
    },
  })
  const take = async (address: string | null, now = 0) => (await limit.take(address, now)) === null
  return { limit, take, drawn, refused: () => refused }
}

test('a network is refused alone, until its window ends', async () => {
  const { limit, take, refused } = openForm()
  const sent = ['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.200']
  expect([await take(sent[0] ?? ''), await take(sent[1] ?? ''), await take(sent[2] ?? '')]).toEqual([true, true, true])
  expect(await limit.take('192.0.2.200', 200_000)).toBe(400_000)
  expect([await take('192.0.3.1'), await take('192.0.2.1', WINDOW), refused()]).toEqual([true, true, 1])
})

test.each([
  ['2001:db8:7:1', '2001:db8:7:ffff', '2001:db8:8:1'],
  ['192.0.2.1', '192.0.2.254', '192.0.20.1'],
])('%s and %s are one network, %s is another', async (one, same, other) => {
  const { take } = openForm()
  expect([await take(one), await take(one), await take(one), await take(same), await take(other)]).toEqual([
    ...[true, true, true, false, true],
  ])
})

test('the reserve is for the first post of a network, also of posts at the same moment', async () => {
  const { take } = openForm()
  const known = ['10.0.0.1', '10.0.1.1']
  for (const address of known) for (let n = 0; n < 3; n += 1) expect(await take(address)).toBe(true)
  const burst = await Promise.all(Array.from({ length: 3 }, () => take('10.0.2.1')))
  expect(burst.filter((isTaken) => isTaken)).toHaveLength(1)
  expect([await take('10.0.2.1'), await take(null), await take('10.0.3.1')]).toEqual([false, false, true])
  // Nothing is left; a refused network is as new as before in the next window.
  expect(await take('10.0.4.1')).toBe(false)
  for (const address of known) for (let n = 0; n < 3; n += 1) expect(await take(address, WINDOW)).toBe(true)
  expect([await take('10.0.0.1', WINDOW), await take('10.0.4.1', WINDOW)]).toEqual([false, true])
})

test('the key is drawn once a day, and a new day knows no network', async () => {
  const { limit, take, drawn } = openForm()
  for (const address of ['10.0.0.1', '10.0.1.1', '10.0.2.1']) expect(await take(address, DAY - 1)).toBe(true)
  expect(drawn).toEqual([32])
  limit.forgetOldDay(DAY - 1)
  await take('10.0.0.1', DAY - 1)
  expect(drawn).toHaveLength(1)
  limit.forgetOldDay(DAY)
  expect(drawn).toHaveLength(1)
  for (const address of ['10.0.0.1', '10.0.1.1']) for (let n = 0; n < 3; n += 1) await take(address, DAY)
  expect(drawn).toHaveLength(2)
  expect([await take('10.0.0.1', DAY), await take('10.0.2.1', DAY)]).toEqual([false, true])
})

test('callers without an address are limited together only, and never new', async () => {
  const { take, drawn } = openForm()
  const taken: boolean[] = []
  for (let n = 0; n < 8; n += 1) taken.push(await take(null))
  expect(taken.filter((isTaken) => isTaken)).toHaveLength(6)
  expect([await take('10.0.0.1'), drawn.length]).toEqual([true, 1])
})
