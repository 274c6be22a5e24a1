import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { dropHeld, holdLetters, publishedHeld, releaseHeld } from './held-letters.ts'

const now = Date.UTC(2026, 2, 1)

/** A restored database with 3 notices and 13 reminders that wait, and a letter that was sent. */
async function restored(database: QueryDatabase) {
  const kinds = [
    ...Array.from({ length: 3 }, () => 'password-reset'),
    ...Array.from({ length: 13 }, () => 'survey-reminder'),
  ]
  await database.transaction(async ({ records }) => {
    const letter = (id: string, kind: string, state: string) => ({
      ...{ id, kind, state, recipientKind: 'user', recipientId: 'u', locale: 'en', data: '{}', dedupeKey: id },
      notBefore: new Date(now - 1),
      createdAt: new Date(now - 1),
    })
    await records.letter.createMany({
      data: [...kinds.map((kind, n) => letter(`waits-${n}`, kind, 'queued')), letter('gone', 'password-reset', 'sent')],
    })
  })
  return holdLetters(database, now)
}

const due = (database: QueryDatabase) =>
  database.query.get<{ n: number }>("SELECT count(*) AS n FROM letter WHERE state = 'queued' AND not_before <= @now", {
    now: new Date(now),
  })

describe.each(engines)('letters of a restored database on $engine', ({ open }) => {
  test('are all withheld, and reminders among them are counted in steps', async () => {
    const database = await open()
    expect(await restored(database)).toBe(16)
    expect(await due(database)).toEqual({ n: 0 })
    expect(await publishedHeld(database.query)).toBe(3 + 10)
  })

  test('are due once they are released', async () => {
    const database = await open()
    await restored(database)
    expect(await releaseHeld(database, now)).toBe(13)
    expect(await due(database)).toEqual({ n: 16 })
    expect(await publishedHeld(database.query)).toBe(0)
  })

  test('are suppressed once they are dropped', async () => {
    const database = await open()
    await restored(database)
    expect(await dropHeld(database)).toBe(13)
    expect(
      await database.query.all("SELECT reason, count(*) AS n FROM letter WHERE state = 'suppressed' GROUP BY reason"),
    ).toEqual([{ reason: 'restored', n: 16 }])
  })
})
