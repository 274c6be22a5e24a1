import type { RecordDatabase } from '@wayproof/database/record-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { DEFAULT_EDITION_SETTINGS, type EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import type { EditionStore } from './edition-store.ts'

const ROW = { id: 1 } as const

/** Which editions are sent, and when. */
export function editionSettings(database: RecordDatabase): Pick<EditionStore, 'schedule' | 'begin' | 'saveSettings'> {
  return {
    schedule: async () => {
      const { editionSettings } = await database.records()
      const row = await editionSettings.findUnique({ where: ROW, omit: { id: true, savedBy: true } })
      if (!row) return { settings: DEFAULT_EDITION_SETTINGS, since: null, savedAt: null }
      const { since, savedAt, ...settings } = row
      return { settings, since, savedAt: savedAt?.getTime() ?? null }
    },
    begin: (since) =>
      database.transaction(async ({ records: { editionSettings } }) => {
        await editionSettings.upsert({ where: ROW, create: { ...ROW, ...DEFAULT_EDITION_SETTINGS }, update: {} })
        await editionSettings.updateMany({ where: { ...ROW, since: null }, data: { since } })
      }),
    saveSettings: async (settings, savedBy, at, check) => {
      const saved = { ...columnsOf(settings), savedBy, savedAt: new Date(at) }
      await database.transaction(async ({ records }) => {
        const current = await records.editionSettings.findUnique({ where: ROW })
        check?.(current ? columnsOf(current) : DEFAULT_EDITION_SETTINGS)
        await records.editionSettings.upsert({ where: ROW, create: { ...ROW, ...saved }, update: saved })
        await addSettingChange(records, 'editions')
      })
    },
  }
}

const columnsOf = ({ workingDays, preliminary, approval, monthly, quarterly }: EditionSettings): EditionSettings => ({
  workingDays,
  preliminary,
  approval,
  monthly,
  quarterly,
})
