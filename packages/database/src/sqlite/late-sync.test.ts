import { expect, test } from 'vitest'
import { lateSync, MOST_UNSYNCED } from '../shared-writes.ts'
import { openTemporary } from '../testing/open-temporary.ts'
import { timing } from '../testing/timing.ts'

/** A real file whose sync waits for a call of the test, and its content before the last sync began. */
async function heldBack() {
  const database = openTemporary()
  await database.write(({ run }) => run('CREATE TABLE t (n INTEGER)'))
  const waiting: (() => void)[] = []
  let failing = false
  const late = lateSync({
    sleep: timing.sleep,
    async sync() {
      if (failing) throw new Error('the disk is gone')
      await new Promise<void>((resolve) => waiting.push(resolve))
      await database.sync()
    },
  })
  const add = (count: number) =>
    late.add(count, () =>
      database.writeUnsynced(async ({ run }) => {
        for (let n = 0; n < count; n += 1) await run('INSERT INTO t VALUES (1)')
      }),
    )
  const written = async () => (await database.query.get<{ n: number }>('SELECT count(*) AS n FROM t'))?.n
  const fail = () => {
    failing = true
  }
  return { add, written, letThrough: () => waiting.shift()?.(), fail }
}

test('continues without the disk, and waits for it before more than the limit would be unsynced', async () => {
  const { add, written, letThrough } = await heldBack()
  for (let n = 0; n < MOST_UNSYNCED / 10; n += 1) await add(10)
  expect(await written()).toBe(MOST_UNSYNCED)
  let went = false
  const next = add(10).then(() => {
    went = true
  })
  await timing.sleep(20)
  expect([went, await written()]).toEqual([false, MOST_UNSYNCED])
  letThrough()
  await next
  expect(await written()).toBe(MOST_UNSYNCED + 10)
})

test('reports a failing disk once the limit of unsynced writes is reached', async () => {
  const { add, fail } = await heldBack()
  fail()
  await add(MOST_UNSYNCED)
  await expect(add(1)).rejects.toThrow('the disk is gone')
})

test('later writes are synced, also after a write that fails', async () => {
  const database = openTemporary()
  await database.writeUnsynced(({ run }) => run('CREATE TABLE t (n INTEGER)'))
  const setting = async () => database.connections.writer.pragma('synchronous', { simple: true })
  expect(await database.writeUnsynced(setting)).toBe(1)
  expect(await database.write(setting)).toBe(2)
  await expect(
    database.writeUnsynced(async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await database.write(setting)).toBe(2)
  await database.sync()
})
