import type { ReadQuery } from '@wayproof/database/query/query'
import type { Organisation } from './organisation.ts'

const SELECT = `SELECT name_zh AS nameZh, name_en AS nameEn, contact_email AS contactEmail,
  programme_start AS programmeStart, founded_on AS foundedOn, baseline_year AS baselineYear, sample FROM organisation WHERE id = 1`

/** Reads the organization with SQL, because survey links show it and do not load Prisma Client. */
export async function readOrganisation(query: ReadQuery): Promise<Organisation | null> {
  const row = await query.get<Omit<Organisation, 'sample'> & { sample: number }>(SELECT)
  return row ? { ...row, sample: row.sample === 1 } : null
}
