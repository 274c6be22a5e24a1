import type { MailRouteStore } from '@wayproof/survey'
import { addSettingChange } from '../audit-log/add-audit-entry.ts'
import type { RecordDatabase } from '../engine/record-database.ts'

const ROUTE = { where: { id: 1 } } as const

export function mailRouteStore(database: RecordDatabase): MailRouteStore {
  return {
    mailRoute: async () => {
      const found = await (await database.records()).mailRoute.findUnique(ROUTE)
      const chosenAt = found?.folderChosenAt?.getTime()
      const folder = chosenAt === undefined ? null : { chosenAt, chosenBy: found?.folderChosenBy ?? '' }
      return { acceptedAt: found?.acceptedAt?.getTime() ?? null, folder }
    },
    saveFolderChoice: async (choice) => {
      const folderChosenAt = choice && new Date(choice.chosenAt)
      const data = { folderChosenAt, folderChosenBy: choice?.chosenBy ?? null }
      await database.transaction(async ({ records }) => {
        await records.mailRoute.updateMany({ ...ROUTE, data })
        await addSettingChange(records, 'mail-folder')
      })
    },
  }
}
