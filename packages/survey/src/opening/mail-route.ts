import type { RecordDatabase } from '@wayproof/database/record-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import type { MailRouteStore } from '../travelers/mail-route.ts'

const ROUTE = { where: { id: 1 } } as const

export function mailRouteStore(database: RecordDatabase): MailRouteStore {
  return {
    mailRoute: async () => {
      const route = await (await database.records()).mailRoute.findUnique(ROUTE)
      const chosenAt = route?.folderChosenAt?.getTime()
      const folder = chosenAt === undefined ? null : { chosenAt, chosenBy: route?.folderChosenBy ?? '' }
      return { acceptedAt: route?.acceptedAt?.getTime() ?? null, folder }
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
