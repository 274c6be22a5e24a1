import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import type { Organisation } from './organisation.ts'
import { readOrganisation } from './read-organisation.ts'

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
