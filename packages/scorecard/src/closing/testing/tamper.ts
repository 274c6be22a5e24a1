import type { Statement, Values } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'

/** Acts as a person with access to the database and a tool: runs statements in one transaction. */
export const tamper = (database: StoreDatabase, statements: readonly Statement[], values: Values = {}): Promise<void> =>
  database.write(async ({ run }) => {
    for (const statement of statements) await run(statement, values)
  })
