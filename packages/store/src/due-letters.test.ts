import { systemIds } from '@wayproof/kernel/system'
import { pauseWave } from '@wayproof/survey'
import { expect, it } from 'vitest'
import { ANY_DUE, anyDue, FIRST_DUE } from './due-letters.ts'
import { outboxStore } from './outbox.ts'
import type { Database } from './sqlite/database.ts'
import type { Parameter, ReadSql } from './sqlite/sql.ts'
import { openedWave, surveyWorld } from './survey/testing/survey-world.ts'
import { openTestDatabase } from './testing/test-database.ts'

const NOW = Date.parse('2026-07-02T01:00:00Z')

const toOfficer = (n: number) => ({
  letter: {
    kind: 'user-invitation',
    locale: 'en',
    data: { userInvitationId: `u${n}`, role: 'officer' },
  } as const,
  recipient: { kind: 'address', id: `u${n}@faraway.example` } as const,
  dedupeKey: `u${n}`,
})

async function waveOf(count: number) {
  const world = await surveyWorld()
  await openedWave(world, count)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  return { ...world, outbox }
}

it('lets nobody wait for a code, or another letter of no wave, behind a wave that was queued before', async () => {
  const { outbox } = await waveOf(30)
  await outbox.post([toOfficer(1), toOfficer(2)], NOW - 1)
  const claimed = await outbox.claim(20, NOW, NOW + 1000)
  expect(claimed.map(({ to }) => to).slice(0, 2)).toEqual(['u1@faraway.example', 'u2@faraway.example'])
  expect(claimed).toHaveLength(20)
  expect(await outbox.claim(20, NOW, NOW + 1000)).toHaveLength(12)
})

/** How SQLite finds what a statement asks for. */
const planOf = (database: Database, text: string) =>
  database
    .read<{ parent: number; detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all({ queue: 'w', now: NOW, limit: 20 })
    .filter(({ parent }) => parent === 0)
    .map(({ detail }) => detail)
    .filter((detail) => !/SUBQUERY/.test(detail))

it('finds the letters of one queue in their order, by an index that holds only what waits', async () => {
  const database = await openTestDatabase()
  for (const text of [ANY_DUE, FIRST_DUE]) {
    expect(planOf(database, text)).toEqual(['SEARCH letter USING INDEX letter_queue_idx (wave_id=? AND not_before<?)'])
  }
})

it('asks nothing of the letters of a wave that is paused, over, or outside the sending hours', async () => {
  const world = await waveOf(3)
  const asked: unknown[] = []
  const counting: ReadSql = (text) => {
    const statement = world.database.read<never>(text)
    const get = (of: Parameter) => {
      asked.push(of)
      return statement.get(of)
    }
    return { all: (of: Parameter) => statement.all(of), get }
  }
  const look = (now: number, surveys = true) => {
    asked.length = 0
    const found = anyDue(counting, { now, surveys })
    return { found, queues: asked.length }
  }
  expect(look(NOW)).toEqual({ found: true, queues: 2 })
  expect(look(NOW, false)).toEqual({ found: false, queues: 1 })
  expect(look(Date.parse('2027-01-01T00:00:00Z'))).toEqual({ found: false, queues: 1 })
  await pauseWave(world.ports, { period: '2026-H1' })
  expect(look(NOW)).toEqual({ found: false, queues: 1 })
})
