import type { CalendarDate, OrganisationNames } from '@wayproof/kernel'
import type { QueryDatabase } from '../engine/query/query-database.ts'

/** The company that runs the program; its name is on every page and letter. */
export interface Organisation extends OrganisationNames {
  readonly contactEmail: string
  /** Policies are due on all platforms three months after this day. */
  readonly programmeStart: CalendarDate
  /** First day of the company; without it no day in a register is too early. */
  readonly foundedOn?: CalendarDate | null
  /** The year with which incidents are compared; null compares with the previous year. */
  readonly baselineYear: number | null
  /** True for sample data, which every page and letter shows. */
  readonly sample: boolean
}

export interface OrganisationStore {
  /** Null until the first-run set-up is done. */
  get(): Promise<Organisation | null>
  /** Saves the organization, of which there is one, in place of the previous data. */
  save(organisation: Organisation): Promise<void>
}

const SELECT = `SELECT name_zh AS nameZh, name_en AS nameEn, contact_email AS contactEmail,
  programme_start AS programmeStart, founded_on AS foundedOn, baseline_year AS baselineYear, sample FROM organisation WHERE id = 1`

export function organisationStore(database: QueryDatabase): OrganisationStore {
  return {
    // SQL, because survey links show the organization and do not load Prisma Client.
    get: async () => {
      const row = await database.query.get<Omit<Organisation, 'sample'> & { sample: number }>(SELECT)
      return row ? { ...row, sample: row.sample === 1 } : null
    },
    save: async ({ nameZh, nameEn, contactEmail, programmeStart, foundedOn = null, baselineYear, sample }) => {
      const { organisation } = await database.records()
      const saved = { nameZh, nameEn, contactEmail, programmeStart, foundedOn, baselineYear, sample }
      await organisation.upsert({ where: { id: 1 }, create: { id: 1, ...saved }, update: saved })
    },
  }
}
