import { type RegisterId, type RowPage, readCellOf, registers, type UnitCount } from '@wayproof/evidence'
import type { UserRole } from '@wayproof/store'
import { pageWithin } from '../http/page-within.ts'
import type { Services } from '../trpc/context.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from './register-access.ts'
import { unitsForRole } from './units-for-role.ts'

const ROWS_A_PAGE = 50

export interface ReadRows {
  readonly register: RegisterId
  readonly find: string
  readonly only: { readonly field: string; readonly text: string } | null
  /** From 1. */
  readonly page: number
}

export type ShownRows =
  | ({ readonly kind: 'rows'; readonly mayWrite: boolean; readonly page: number } & RowPage)
  /** True if records are about single people whom this reader may not see. */
  | { readonly kind: 'units'; readonly units: readonly UnitCount[] }

/** A page of a register, or the counts that a reader may see instead. */
export async function readRows(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  { register, find, only, page }: ReadRows,
): Promise<ShownRows> {
  if (isStaffRegister(register) && !maySeeStaff(role))
    return { kind: 'units', units: unitsForRole(await store.rows.countByUnit(register)) }
  const field = registers[register].fields.find(({ name }) => name === only?.field)
  const onPage = (n: number) =>
    store.rows.page(register, {
      find,
      only: only && { field: only.field, cell: field ? readCellOf(register, field, only.text) : null },
      offset: (n - 1) * ROWS_A_PAGE,
      limit: ROWS_A_PAGE,
    })
  const askedPage = await onPage(page)
  const shownPage = pageWithin(page, askedPage.total, ROWS_A_PAGE)
  const rows = shownPage === page ? askedPage : await onPage(shownPage)
  return { kind: 'rows', mayWrite: mayWrite(role, register), page: shownPage, ...rows }
}
