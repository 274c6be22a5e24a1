import type { Person } from '@wayproof/accounts/accounts/person'
import type { RegisterId } from '@wayproof/evidence/register'
import { readFilterCells } from '@wayproof/evidence/rows/filter-cells'
import { knownSearch } from '@wayproof/evidence/rows/known-search'
import type { ListSearch } from '@wayproof/evidence/rows/list-search'
import { viewFilters } from '@wayproof/evidence/rows/row-view'
import type { SavedView } from '@wayproof/evidence/rows/saved-view'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'
import { isStaffRegister, maySeeStaff } from './register-access.ts'

/** A named search as the register now understands it. */
export interface ShownView extends SavedView {
  readonly rows: number
  /** Fields and values that the register no longer has; the search is without them. */
  readonly lost: readonly string[]
}

/** A person's views of a register; none for a role that does not see its records. */
export async function readSavedViews(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  { id: userId, role }: Person,
  register: RegisterId,
): Promise<readonly ShownView[]> {
  if (isStaffRegister(register) && !maySeeStaff(role)) return []
  const today = dateAt(clock.now(), timeZone)
  const views = await store.savedViews.list({ userId, register })
  return Promise.all(
    views.map(async ({ search: saved, ...view }) => {
      const { search, lost } = knownSearch(register, saved)
      const filters = readFilterCells(register, search.only ?? '', timeZone)
      const ofView = viewFilters(register, search.view ?? 'all', today)
      const [rows = 0] = await store.rows.counts(register, { find: search.find ?? '', filters }, [ofView])
      return { ...view, search, lost, rows }
    }),
  )
}

/** Faults `view-unfit`, `view-name-taken`, `too-many-views`. */
export async function saveView(
  { store, ids, clock }: Pick<Services, 'store' | 'ids' | 'clock'>,
  { id: userId }: Person,
  { register, name, search }: { readonly register: RegisterId; readonly name: string; readonly search: ListSearch },
): Promise<Outcome<null>> {
  if (knownSearch(register, search).lost.length > 0) return fail('view-unfit')
  return store.savedViews.save({ userId, register }, { id: ids.next(), name, search, at: clock.now() })
}
