import { type Id, type Locale, nearestLocale } from '@wayproof/kernel'
import type { UserRole } from '../accounts/person.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

/** Users of a role, each with the language of the account. Officers get what is asked. */
export async function readersOf(
  database: SqliteDatabase,
  role: UserRole,
): Promise<readonly { readonly id: Id; readonly locale: Locale }[]> {
  return database
    .read<{ id: Id; locale: string }>('SELECT "id", "locale" FROM "user" WHERE "role" = ? ORDER BY "id"')
    .all(role)
    .map(({ id, locale }) => ({ id, locale: nearestLocale(locale) }))
}
