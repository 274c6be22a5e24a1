import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { RegisterId } from '@wayproof/evidence/register'
import { readFilterCells } from '@wayproof/evidence/rows/filter-cells'
import type { RowPage, UnitCount } from '@wayproof/evidence/rows/ports'
import { type RowView, viewFilters, viewsOf } from '@wayproof/evidence/rows/row-view'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { pageWithin } from '../http/page-within.ts'
import type { Services } from '../trpc/context.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from './register-access.ts'
import { type RowsContext, readRowsContext } from './rows-context.ts'
import { unitsForRole } from './units-for-role.ts'

const ROWS_A_PAGE = 20

export interface ReadRows {
  readonly register: RegisterId
  readonly find: string
  /** Conditions as in the address of the page. */
  readonly only: string
  readonly view: RowView
  readonly sort: { readonly field: string; readonly isDescending: boolean } | null
  /** From 1. */
  readonly page: number
}

export type ShownRows =
  | ({
      readonly kind: 'rows'
      readonly mayWrite: boolean
      readonly page: number
      /** The views of the register with their rows; empty for a register without views. */
      readonly views: readonly { readonly view: RowView; readonly rows: number }[]
    } & RowPage &
      RowsContext)
  /** True if records are about single people whom this reader may not see. */
  | { readonly kind: 'units'; readonly units: readonly UnitCount[] }

/** A page of a register, or the counts that a reader may see instead. */
export async function readRows(
  services: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  role: UserRole,
  { register, find, only, view, sort, page }: ReadRows,
): Promise<ShownRows> {
  const { store, clock, timeZone } = services
  if (isStaffRegister(register) && !maySeeStaff(role))
    return { kind: 'units', units: unitsForRole(await store.rows.countByUnit(register)) }
  const today = dateAt(clock.now(), timeZone)
  const views = viewsOf(register)
  const askedView = views.includes(view) ? view : 'all'
  const filters = readFilterCells(register, only, timeZone)
  const query = { find, filters: [...filters, ...viewFilters(register, askedView, today)], sort, limit: ROWS_A_PAGE }
  const onPage = (n: number) => store.rows.page(register, { ...query, offset: (n - 1) * ROWS_A_PAGE })
  const [askedPage, counts] = await Promise.all([
    onPage(page),
    store.rows.counts(
      register,
      { find, filters },
      views.map((each) => viewFilters(register, each, today)),
    ),
  ])
  const shownPage = pageWithin(page, askedPage.total, ROWS_A_PAGE)
  const rows = shownPage === page ? askedPage : await onPage(shownPage)
  return {
    ...{ kind: 'rows', mayWrite: mayWrite(role, register), page: shownPage, ...rows },
    views: views.map((each, place) => ({ view: each, rows: counts[place] ?? 0 })),
    ...(await readRowsContext(services, register, rows.rows)),
  }
}
