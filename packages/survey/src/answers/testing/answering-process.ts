import { randomBytes } from 'node:crypto'
import { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { openSqlite } from '@wayproof/database/sqlite/sqlite-database'
import { timing } from '@wayproof/database/testing/timing'
import { OPENED_AT } from '../../testing/open-wave-rows.ts'
import { answerStore } from '../answer-store.ts'

// A process that answers all links of a database and prints each receipt once its answer is stored; the test kills it.
const [engine, place = ''] = process.argv.slice(2)
const database =
  engine === 'sqlite' ? openSqlite({ file: place, ...timing }) : new PostgresqlDatabase({ url: place, ...timing })
const store = answerStore(database, { tokens: { bytes: (count) => randomBytes(count) } })
const open = await database.query.all<{ id: string }>('SELECT id FROM invitation ORDER BY id')
const client = async (ids: readonly string[]) => {
  for (const invitationId of ids) {
    const receiptHash = randomBytes(16)
    const [at, day] = [OPENED_AT, '2026-07-01']
    const answer = { values: { overall: '5' }, comment: null, language: 'en', at, day }
    const saved = await store.saveAnswer({ ...answer, invitationId, generation: 0, receiptHash })
    if (saved.ok) process.stdout.write(`${receiptHash.toString('hex')}\n`)
  }
}
const CLIENTS = 8
await Promise.all(
  Array.from({ length: CLIENTS }, (_, n) => client(open.map(({ id }) => id).filter((__, at) => at % CLIENTS === n))),
)
await database.close()
