import { systemIds } from '@wayproof/kernel/system'
import { editionStoreContract } from '@wayproof/letters/store-contracts'
import { ROLE_OF } from '../accounts/person.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { editionStore } from './edition-store.ts'

// The same suite runs on the in-memory store of packages/letters.

const ADD_USER = `INSERT INTO user (id, name, email, email_verified, role, locale, created_at, updated_at)
  VALUES (@id, @name, @id || '@company.example', 1, @role, @locale, 0, 0)`

editionStoreContract('SQLite', async () => {
  const database = await openTestSqlite()
  return {
    editions: editionStore(database, { ids: systemIds }),
    addReader: ({ id, name, reader, locale }) => {
      const role = reader === 'executive' ? reader : ROLE_OF[reader]
      return database.write((sql) => void sql(ADD_USER).run({ id, name, role, locale }))
    },
    recipients: () =>
      database
        .read<{ id: string }>('SELECT recipient_id AS id FROM letter ORDER BY rowid')
        .all()
        .map(({ id }) => id),
  }
})
