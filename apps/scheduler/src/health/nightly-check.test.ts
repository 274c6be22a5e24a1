import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/operations/store/open-store'
import { expect, it, onTestFinished } from 'vitest'
import { nightlyCheck } from '../scheduler.ts'

const TIME_ZONE = 'Asia/Shanghai'

async function checkPorts(start: string) {
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
  const database = await testInstallation()
  const store = await openStore({ databaseUrl: database.databaseUrl, ...machine })
  onTestFinished(() => store.close())
  const lines: unknown[] = []
  const check = nightlyCheck({ store, clock, timeZone: TIME_ZONE, log: (line) => void lines.push(line) })
  const at = async (iso: string) => {
    now = Date.parse(iso)
    await check(new AbortController().signal)
  }
  return { database, store, lines, at }
}

/** A wave without answers, although it was unlinked with others. */
const CHANGED_WAVE = {
  id: 'w',
  period: '2025-H2',
  status: 'unlinked',
  mode: 'census',
  questionnaire_id: 'q',
  questionnaire_version: 1,
  rule_version: '1',
  minimum_for_status: 100,
  smallest_group: 5,
  registered_count: 1,
  frame_count: 1,
  invited_count: 1,
  merge_map: '{}',
  opened_at: new Date(0),
  closes_at: new Date(1),
  sealed_closes_at: new Date(1),
  first_reminder_days: 7,
  last_reminder_days: 14,
  letter_limit: 3,
  checklist: '{}',
  unlinked_at: new Date(2),
  answers_digest: 'of other answers',
}

it('reads all of the database once a night, also if nothing may be written, and does not block writing', async () => {
  const { database, store, lines, at } = await checkPorts('2026-07-01T10:00:00+08:00')
  await at('2026-07-01T23:00:00+08:00')
  await at('2026-07-02T01:59:00+08:00')
  expect(lines).toEqual([])
  await database.insert({ wave: [CHANGED_WAVE] })
  await at('2026-07-02T02:00:00+08:00')
  await at('2026-07-02T02:00:15+08:00')
  expect(lines).toEqual([
    {
      event: 'database-checked',
      state: 'damaged',
      faults: ['the answers of 2025-H2 are not those that were unlinked'],
    },
  ])
  expect(store.integrity.damage()).not.toBe(null)
  await database.run('DELETE FROM wave')
  await at('2026-07-03T02:00:00+08:00')
  expect(lines.slice(1)).toEqual([{ event: 'database-checked', state: 'sound', faults: [] }])
  expect(store.integrity.damage()).toBe(null)
})

it('a scheduler that starts before the hour checks in the same night', async () => {
  const { lines, at } = await checkPorts('2026-07-01T01:00:00+08:00')
  await at('2026-07-01T02:00:00+08:00')
  expect(lines).toHaveLength(1)
})
