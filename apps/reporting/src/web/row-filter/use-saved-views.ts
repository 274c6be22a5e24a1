import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { readListSearch } from '@wayproof/evidence/rows/list-search'
import { type SavedView, trpc, type User } from '../api.ts'
import { useMe } from '../me.ts'
import { isSameSearch } from './same-search.ts'

const route = getRouteApi('/inside/registers/$register')
const NONE: readonly SavedView[] = []

/** Officers and the departments that maintain a register name views. */
const mayName = (role: User['role'] | undefined): boolean =>
  role === 'officer' || REGISTER_IDS.some((id) => registers[id].keeper === role)

/** The reader's views of a register, and the one that the address shows. */
export function useSavedViews(register: RegisterId) {
  const { user } = useMe()
  const search = readListSearch({ ...route.useSearch() })
  const mayAsk = mayName(user?.role)
  const { data: views = NONE } = useQuery({
    ...trpc.registerRow.savedViews.queryOptions({ register }),
    enabled: mayAsk,
  })
  return { views, search, mayAsk, shown: views.find((view) => isSameSearch(view.search, search)) ?? null }
}
