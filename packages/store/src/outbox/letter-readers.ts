import { type Id, type Locale, nearestLocale } from '@wayproof/kernel'
import type { UserRole } from '../accounts/person.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'

const READERS = 'SELECT id, locale FROM "user" WHERE role = @role ORDER BY id'

/** Users of a role, with the language of each account. Questions go to officers. */
export async function readersOf(
  { query }: Pick<QueryDatabase, 'query'>,
  role: UserRole,
): Promise<readonly { readonly id: Id; readonly locale: Locale }[]> {
  const users = await query.all<{ id: Id; locale: string }>(READERS, { role })
  return users.map(({ id, locale }) => ({ id, locale: nearestLocale(locale) }))
}
