import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../engine/sqlite-migrations/migrate.ts'
import { readMigrations } from '../engine/sqlite-migrations/migrations.ts'
import { temporaryFile } from '../engine/testing/temporary-file.ts'
import { openFilled, VERSIONS } from './filled-database.ts'

test.each(VERSIONS)(
  'what version %s called sent and lies in a folder is written from then on, in the counts of a wave too',
  async (version) => {
    const database = await openFilled(version, temporaryFile())
    onTestFinished(() => database.close())
    await database.write((sql) => {
      sql(`UPDATE wave SET unlinked_at = 0, delivered_count = 2`).run()
      sql(`DELETE FROM delivery`).run()
      sql(`DELETE FROM letter`).run()
      for (const [id, reply] of [
        ['a', '250 taken: written to disk'],
        ['b', 'written to 0f8fad5b@faraway.example.eml'],
      ] as const) {
        sql(`INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, wave_id, state, not_before, created_at)
        SELECT ?, 'survey-invitation', 'traveler', 'nobody', 'en', '{}', ?, id, 'sent', 0, 0 FROM wave LIMIT 1`).run(
          id,
          id,
        )
        sql(
          `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply) VALUES (?, 1, 1, 0, 'sent', ?)`,
        ).run(id, reply)
      }
    })
    await migrate(database, readMigrations(), new Date('2030-01-01T00:00:00Z'))
    expect(database.read('SELECT id, state FROM letter ORDER BY id').all()).toEqual([
      { id: 'a', state: 'sent' },
      { id: 'b', state: 'written' },
    ])
    expect(database.read(`SELECT outcome, smtp_reply FROM delivery WHERE letter_id = 'b'`).get()).toEqual({
      outcome: 'written',
      smtp_reply: '0f8fad5b@faraway.example.eml',
    })
    expect(
      database.read('SELECT delivered_count AS delivered, written_count AS written FROM wave LIMIT 1').get(),
    ).toEqual({
      delivered: 1,
      written: 1,
    })
  },
)
