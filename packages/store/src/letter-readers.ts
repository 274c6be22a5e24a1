import { type Id, type Locale, nearestLocale } from '@wayproof/kernel'
import type { Database } from './sqlite/database.ts'

export interface LetterReader {
  readonly id: Id
  readonly locale: Locale
}

/** Users of a role, each in the language of the account. */
export async function letterReaders(
  database: Database,
  role: 'executive' | 'officer',
): Promise<readonly LetterReader[]> {
  const text = `SELECT "id", "locale" FROM "user" WHERE "role" = ? ORDER BY "id"`
  return database
    .read<{ id: Id; locale: string }>(text)
    .all(role)
    .map(({ id, locale }) => ({ id, locale: nearestLocale(locale) }))
}
