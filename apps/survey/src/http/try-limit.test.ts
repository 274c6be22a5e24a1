import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, it, onTestFinished } from 'vitest'
import { OPENED_AT, surveyAtWork } from '../testing/survey-at-work.ts'
import { type TryLimits, tryLimit, tryLimits } from './try-limit.ts'

const keys = keyring(new Uint8Array(32).fill(7))

async function atWork() {
  const work = await surveyAtWork()
  onTestFinished(() => work.close())
  const ports = { keyring: keys, tryCounts: work.store.tryCounts }
  return { work, ports }
}

it('counts up to the limit in each window', async () => {
  const { ports } = await atWork()
  const limit = tryLimit(ports, 'test', 2, 1000)
  const counted: boolean[] = []
  for (const now of [0, 500, 999, 1000, 1499, 1500, 2000]) counted.push(await limit.count(now))
  expect(counted).toEqual([true, true, false, true, true, false, true])
})

const MOST: Readonly<Record<keyof TryLimits, number>> = {
  ...{ codes: 30, links: 1000, cases: 30, reportCodes: 30 },
}

it.each(Object.entries(MOST))('two instances of the app share the limit of %s', async (kind, most) => {
  const { ports } = await atWork()
  const [mine, other] = [tryLimits(ports), tryLimits(ports)].map((limits) => limits[kind as keyof TryLimits])
  const counted = await Promise.all(
    Array.from({ length: most + 2 }, (_, n) => (n % 2 ? mine : other)?.count(OPENED_AT)),
  )
  expect(counted.filter((isCounted) => isCounted)).toHaveLength(most)
})

it('stores no kind and no time of a try, only its day', async () => {
  const { work, ports } = await atWork()
  for (const limit of Object.values(tryLimits(ports))) await limit.count(OPENED_AT + 12_345)
  const rows = await work.database.rows<{ key: Uint8Array; day: string; count: number }>('SELECT * FROM try_count')
  const day = new Date(OPENED_AT).toISOString().slice(0, 10)
  expect(rows.map(({ key, ...rest }) => ({ ...rest, bytes: key.length }))).toEqual(
    Array(4).fill({ day, count: 1, bytes: 16 }),
  )
  expect(new Set(rows.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(4)
})
