import type { RecordDatabase } from '@wayproof/database/record-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ListSearch, readListSearch } from './list-search.ts'
import { admitView, foldedName, type SavedViewStore } from './saved-view.ts'

/** The named searches of each person; nobody else reads them. */
export function savedViewStore(database: RecordDatabase): SavedViewStore {
  return {
    list: async (place) => {
      const { savedView } = await database.records()
      const views = await savedView.findMany({ where: place, orderBy: [{ savedAt: 'asc' }, { id: 'asc' }] })
      return views.map(({ id, name, search }) => ({ id, name, search: searchOf(search) }))
    },
    save: (place, { id, name, search, at }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const admitted = admitView(await records.savedView.findMany({ where: place, select: { name: true } }), name)
        if (!admitted.ok) return admitted
        const columns = { foldedName: foldedName(name), search: JSON.stringify(search), savedAt: new Date(at) }
        await records.savedView.create({ data: { ...place, id, name, ...columns } })
        await addSettingChange(records, 'saved-view', { register: place.register })
        return ok(null)
      }),
    rename: (userId, { id, name }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const view = await records.savedView.findUnique({ where: { id, userId } })
        if (!view) return fail('view-unknown')
        const { register } = view
        const folded = foldedName(name)
        const taken = { userId, register, foldedName: folded, id: { not: id } }
        if (await records.savedView.findFirst({ where: taken })) return fail('view-name-taken')
        await records.savedView.update({ where: { id }, data: { name, foldedName: folded } })
        await addSettingChange(records, 'saved-view', { register })
        return ok(null)
      }),
    remove: (userId, id) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const view = await records.savedView.findUnique({ where: { id, userId } })
        if (!view) return fail('view-unknown')
        await records.savedView.delete({ where: { id } })
        await addSettingChange(records, 'saved-view', { register: view.register })
        return ok(null)
      }),
  }
}

/** Read as an address is, because an earlier version wrote it. */
function searchOf(stored: string): ListSearch {
  const search: unknown = JSON.parse(stored)
  return readListSearch(typeof search === 'object' && search !== null ? { ...search } : {})
}
