import type { UserRole } from '@wayproof/accounts/accounts/person'
import { noticeClocks } from '@wayproof/evidence/notices/notice-clock'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import type { IncidentNotice } from '@wayproof/evidence/registers/incidents/incident-notice'
import { readFilterCells } from '@wayproof/evidence/rows/filter-cells'
import type { RowPage, StoredRow, UnitCount } from '@wayproof/evidence/rows/ports'
import { type RowView, viewFilters, viewsOf } from '@wayproof/evidence/rows/row-view'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { pageWithin } from '../http/page-within.ts'
import type { Services } from '../trpc/context.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from './register-access.ts'
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

/** Facts of other registers that a list of rows shows. */
interface RowsContext {
  /** Names of the partners that the rows refer to. */
  readonly partnerNames: Readonly<Record<string, string>>
  /** Milliseconds until the next notice of each incident is due, by its id; negative for an overdue one. */
  readonly noticesDue: Readonly<Record<string, number>>
}

async function readRowsContext(
  services: Pick<Services, 'store' | 'clock'>,
  register: RegisterId,
  rows: readonly StoredRow[],
): Promise<RowsContext> {
  return {
    partnerNames: await partnerNames(services, register, rows),
    noticesDue: register === 'incidents' ? await noticesDue(services, rows) : {},
  }
}

async function partnerNames(
  { store }: Pick<Services, 'store'>,
  register: RegisterId,
  rows: readonly StoredRow[],
): Promise<Readonly<Record<string, string>>> {
  if (!Object.hasOwn(registers[register].references ?? {}, 'partnerId')) return {}
  const ids = [...new Set(rows.flatMap(({ cells }) => (typeof cells.partnerId === 'string' ? [cells.partnerId] : [])))]
  if (ids.length === 0) return {}
  const filters = [{ field: 'id', cells: ids }]
  const partnerPage = await store.rows.page('partners', { find: '', filters, sort: null, offset: 0, limit: ids.length })
  return Object.fromEntries(partnerPage.rows.map(({ cells }) => [String(cells.id), String(cells.name)]))
}

/** A notice that is not given yet, or not decided yet, is due. */
const OPEN_STATES: readonly string[] = ['undecided', 'undecided-overdue', 'running', 'overdue']

async function noticesDue(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  rows: readonly StoredRow[],
): Promise<Readonly<Record<string, number>>> {
  const ids = rows.map(({ cells }) => String(cells.id))
  if (ids.length === 0) return {}
  const filters = [{ field: 'incidentId', cells: ids }]
  const noticePage = await store.rows.page('incident-notices', {
    ...{ find: '', filters, sort: null, offset: 0, limit: 1_000 },
  })
  const now = clock.now()
  const notices = noticePage.rows.map(({ cells }) => cells as unknown as IncidentNotice)
  return Object.fromEntries(
    rows.flatMap(({ cells }) => {
      const incident = cells as unknown as Incident
      const own = notices.filter(({ incidentId }) => incidentId === incident.id)
      const dues = noticeClocks(incident, own, now).flatMap(({ state, dueAt }) =>
        dueAt !== null && OPEN_STATES.includes(state) ? [dueAt] : [],
      )
      return dues.length > 0 ? [[incident.id, Math.min(...dues) - now] as const] : []
    }),
  )
}
