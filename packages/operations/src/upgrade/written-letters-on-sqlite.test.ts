import { migrate } from '@wayproof/database/sqlite/migrate'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { expect, onTestFinished, test } from 'vitest'
import { openFilled, VERSIONS } from './filled-database.ts'

const LETTER = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, wave_id, state,
    not_before, created_at)
  SELECT @id, 'survey-invitation', 'traveler', 'nobody', 'en', '{}', @id, id, 'sent', 0, 0 FROM wave LIMIT 1`

const DELIVERY = `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply)
  VALUES (@id, 1, 1, 0, 'sent', @reply)`

test.each(VERSIONS)(
  'what version %s called sent and lies in a folder is written from then on, in the counts of a wave too',
  async (version) => {
    const database = await openFilled(version, temporaryFile())
    onTestFinished(() => database.close())
    await database.write(async ({ run }) => {
      await run(`UPDATE wave SET unlinked_at = 0, delivered_count = 2`)
      await run(`DELETE FROM delivery`)
      await run(`DELETE FROM letter`)
      for (const [id, reply] of [
        ['a', '250 taken: written to disk'],
        ['b', 'written to 0f8fad5b@faraway.example.eml'],
      ] as const) {
        await run(LETTER, { id })
        await run(DELIVERY, { id, reply })
      }
    })
    await migrate(database, readMigrations(), new Date('2030-01-01T00:00:00Z'))
    expect(await database.query.all('SELECT id, state FROM letter ORDER BY id')).toEqual([
      { id: 'a', state: 'sent' },
      { id: 'b', state: 'written' },
    ])
    expect(await database.query.get(`SELECT outcome, smtp_reply FROM delivery WHERE letter_id = 'b'`)).toEqual({
      outcome: 'written',
      smtp_reply: '0f8fad5b@faraway.example.eml',
    })
    expect(
      await database.query.get('SELECT delivered_count AS delivered, written_count AS written FROM wave LIMIT 1'),
    ).toEqual({
      delivered: 1,
      written: 1,
    })
  },
)
