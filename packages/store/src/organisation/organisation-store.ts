import { addSettingChange } from '../audit-log/add-audit-entry.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { readOrganisation } from '../installation/read-organisation.ts'
import { refuseBesideSample } from '../sample-data/sample-lock.ts'
import type { Organisation } from './organisation.ts'

export interface OrganisationStore {
  /** Null until the first-run set-up is done. */
  get(): Promise<Organisation | null>
  /**
   * Saves the organization, of which there is one, in place of the previous data. `check` gets that data in the same
   * transaction, and throws if it may not be replaced.
   */
  save(organisation: Organisation, check?: (current: Organisation | null) => void): Promise<void>
}

export function organisationStore(database: QueryDatabase): OrganisationStore {
  return {
    get: () => readOrganisation(database.query),
    save: async (organisation, check) => {
      const { nameZh, nameEn, contactEmail, programmeStart, foundedOn = null, baselineYear, sample } = organisation
      const saved = { nameZh, nameEn, contactEmail, programmeStart, foundedOn, baselineYear, sample }
      await database.transaction(async ({ records, query }) => {
        await refuseBesideSample(query)
        check?.(await records.organisation.findUnique({ where: { id: 1 }, omit: { id: true } }))
        await records.organisation.upsert({ where: { id: 1 }, create: { id: 1, ...saved }, update: saved })
        await addSettingChange(records, 'organisation')
      })
    },
  }
}
