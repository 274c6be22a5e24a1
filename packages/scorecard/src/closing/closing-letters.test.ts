import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { engines } from '@wayproof/database/testing/engines'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { systemIds } from '@wayproof/kernel/system'
import { describe, expect, test } from 'vitest'
import { mailRestatement } from './closing-store.ts'

const at = Date.parse('2027-06-01T09:00:00+08:00')
const restatement = { period: '2025-H2', version: 2, reason: 'late', changes: [], code: 'A' }
const moment = new Date(1)

describe.each(engines)('letters about a closing on $engine', ({ open }) => {
  /** Users, and the edition of a half-year with its readers. */
  async function opened() {
    const database: QueryDatabase = await open()
    const { edition, editionReader, user } = await database.records()
    for (const [id = '', role = ''] of [
      ['exec', 'executive'],
      ['owner', 'procurement'],
      ['new', 'executive'],
    ]) {
      const moments = { createdAt: moment, updatedAt: moment }
      const data = { id, name: id, email: `${id}@x.example`, emailVerified: true, role, locale: 'en', ...moments }
      await user.create({ data })
    }
    const kind = { kind: 'record', period: '2025-H2', occasion: '2025-H2', state: 'sent' }
    const due = { dueOn: '2026-02-05', dueBecause: 'wave-unlinked', openedAt: moment, reasons: '[]' }
    await edition.create({ data: { id: 'e', ...kind, ...due } })
    for (const userId of ['exec', 'owner', 'left']) {
      const reader = { userId, name: userId, reader: 'executive', locale: 'en' }
      await editionReader.create({ data: { editionId: 'e', ...reader, letterId: 'deleted', postedAt: moment } })
    }
    const tell = () =>
      database.transaction((transaction) =>
        mailRestatement(transaction, systemIds, { restatement, at, timeZone: 'Asia/Shanghai' }),
      )
    const restated = async () =>
      (await database.query.all<{ id: string }>(`SELECT recipient_id AS id FROM letter WHERE kind = 'restatement'`))
        .map(({ id }) => id)
        .toSorted()
    return { database, tell, restated }
  }

  test('a restatement goes to the readers of the edition once its letters are deleted', async () => {
    const { tell, restated } = await opened()
    expect(await tell()).toBe(2)
    expect(await restated()).toEqual(['exec', 'owner'])
  })

  test('a restatement goes to the recipients of the letters while these exist', async () => {
    const { database, tell, restated } = await opened()
    const post = (id: string, period: string) =>
      database.write((query) => {
        const data = { summary: { scorecard: { period } } } as never
        const letter = { kind: 'executive-summary', locale: 'en', data } as const
        return insertLetter(query, id, { letter, recipient: { kind: 'user', id }, dedupeKey: id }, 1)
      })
    await post('new', '2025-H2')
    await post('owner', '2025-H1')
    expect(await tell()).toBe(1)
    expect(await restated()).toEqual(['new'])
  })
})
