import type { Statement, Values } from '../../engine/query/query.ts'
import type { StoreDatabase } from '../../engine/store-database.ts'

/** Acts as a person with access to the database and a tool: runs statements in one transaction. */
export const tamper = (database: StoreDatabase, statements: readonly Statement[], values: Values = {}): Promise<void> =>
  database.write(async ({ run }) => {
    for (const statement of statements) await run(statement, values)
  })
