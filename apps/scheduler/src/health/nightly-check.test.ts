import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyring } from '@wayproof/kernel/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/store'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { nightlyCheck } from './nightly-check.ts'

const TIME_ZONE = 'Asia/Shanghai'

async function checkPorts(start: string) {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-night-'))
  let now = Date.parse(start)
  const clock = { now: () => now }
  const keys = keyring(new Uint8Array(32).fill(1))
  const machine = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    sleep: systemSleep,
    timeZone: TIME_ZONE,
  }
  const file = join(folder, 'test.db')
  const store = await openStore({ databaseUrl: `file:${file}`, ...machine })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const lines: unknown[] = []
  const check = nightlyCheck({ store, clock, timeZone: TIME_ZONE, log: (line) => void lines.push(line) })
  const at = async (iso: string) => {
    now = Date.parse(iso)
    await check(new AbortController().signal)
  }
  return { file, store, lines, at }
}

it('reads all of the database once a night, also if nothing may be written, and does not block writing', async () => {
  const { file, store, lines, at } = await checkPorts('2026-07-01T10:00:00+08:00')
  await at('2026-07-01T23:00:00+08:00')
  await at('2026-07-02T01:59:00+08:00')
  expect(lines).toEqual([])
  const database = new SQLite(file)
  database.pragma('foreign_keys = OFF')
  database
    .prepare(
      `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply) VALUES ('no-letter', 1, 1, 0, 'sent', '')`,
    )
    .run()
  await at('2026-07-02T02:00:00+08:00')
  await at('2026-07-02T02:00:15+08:00')
  expect(lines).toEqual([{ event: 'database-checked', state: 'damaged', faults: ['a row of delivery has no letter'] }])
  expect(store.integrity.damage()).not.toBe(null)
  database.exec('DELETE FROM delivery')
  database.close()
  await at('2026-07-03T02:00:00+08:00')
  expect(lines.slice(1)).toEqual([{ event: 'database-checked', state: 'sound', faults: [] }])
  expect(store.integrity.damage()).toBe(null)
})

it('a scheduler that starts before the hour checks in the same night', async () => {
  const { lines, at } = await checkPorts('2026-07-01T01:00:00+08:00')
  await at('2026-07-01T02:00:00+08:00')
  expect(lines).toHaveLength(1)
})
