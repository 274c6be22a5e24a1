import { type Id, type Locale, nearestLocale } from '@wayproof/kernel'
import type { Database } from './sqlite/database.ts'

/** Who gets the executive summary: executives, each in the language of the account. */
export async function summaryReaders(
  database: Database,
): Promise<readonly { readonly id: Id; readonly locale: Locale }[]> {
  const text = `SELECT "id", "locale" FROM "user" WHERE "role" = 'executive' ORDER BY "id"`
  return database
    .read<{ id: Id; locale: string }>(text)
    .all()
    .map(({ id, locale }) => ({ id, locale: nearestLocale(locale) }))
}
