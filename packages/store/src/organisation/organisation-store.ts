import type { CalendarDate, OrganisationNames } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'

/** The company that runs the program: named on every page and letter. */
export interface Organisation extends OrganisationNames {
  readonly contactEmail: string
  /** Policies are due on all platforms three months after this day. */
  readonly programmeStart: CalendarDate
  /** First day of the company; without it no day in a register is too early. */
  readonly foundedOn?: CalendarDate | null
  /** The year incidents are compared with; null compares with the year before. */
  readonly baselineYear: number | null
  /** Sample data: every page and letter says so. */
  readonly sample: boolean
}

export interface OrganisationStore {
  /** Null until the first-run set-up is done. */
  get(): Promise<Organisation | null>
  /** There is one organization: saving again replaces it. */
  save(organisation: Organisation): Promise<void>
}

const SELECT = `SELECT name_zh AS nameZh, name_en AS nameEn, contact_email AS contactEmail,
  programme_start AS programmeStart, founded_on AS foundedOn, baseline_year AS baselineYear, sample FROM organisation WHERE id = 1`

const SAVE = `INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, founded_on,
    baseline_year, sample)
  VALUES (1, @nameZh, @nameEn, @contactEmail, @programmeStart, @foundedOn, @baselineYear, @sample)
  ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
    contact_email = excluded.contact_email, programme_start = excluded.programme_start,
    founded_on = excluded.founded_on, baseline_year = excluded.baseline_year, sample = excluded.sample`

export function organisationStore(database: Database): OrganisationStore {
  return {
    get: async () => {
      const row = database.read<Omit<Organisation, 'sample'> & { sample: number }>(SELECT).get()
      return row ? { ...row, sample: row.sample === 1 } : null
    },
    save: (organisation) =>
      database.write(
        (sql) =>
          void sql(SAVE).run({
            ...organisation,
            foundedOn: organisation.foundedOn ?? null,
            sample: organisation.sample ? 1 : 0,
          }),
      ),
  }
}
