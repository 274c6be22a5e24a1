import { openSqlite } from '@wayproof/database/sqlite/sqlite-database'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { timing } from '@wayproof/database/testing/timing'
import { expect, onTestFinished, test } from 'vitest'
import { outboxStore } from './outbox-rows.ts'
import { ids, outboxOf, ring } from './testing/outbox-of.ts'

test('no letter is claimed while the disk fails, because its mark would be refused after sending', async () => {
  const { database: sound } = await outboxOf(await openTestSqlite(), ['a', 'b', 'c'])
  let failing = true
  const use = async () => {
    if (failing) throw new Error('the disk is gone')
  }
  const database = openSqlite({ file: sound.file, ...timing, disk: { flushLog: use, checkpoint: use } })
  onTestFinished(() => database.close())
  const outbox = outboxStore({ database, keyring: ring, ids })
  const [first] = await outbox.claim(1, 1000, 2000)
  await outbox.markSent(first!, '250 ok', 1000)
  await expect(database.sync()).rejects.toThrow('the disk is gone')
  await expect(outbox.claim(2, 1000, 2000)).rejects.toThrow('the disk is gone')
  await expect(outbox.claim(2, 1000, 2000)).rejects.toThrow('the disk is gone')
  expect(await sound.query.all('SELECT fence FROM letter ORDER BY fence')).toEqual([
    { fence: 0 },
    { fence: 0 },
    { fence: 1 },
  ])
  failing = false
  expect(await outbox.claim(2, 1000, 2000)).toHaveLength(2)
})
