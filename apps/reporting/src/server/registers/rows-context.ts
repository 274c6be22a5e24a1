import { noticeClocks } from '@wayproof/evidence/notices/notice-clock'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import type { IncidentNotice } from '@wayproof/evidence/registers/incidents/incident-notice'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import type { Services } from '../trpc/context.ts'

/** Facts of other registers that a list of rows shows. */
export interface RowsContext {
  /** Names of the partners that the rows refer to. */
  readonly partnerNames: Readonly<Record<string, string>>
  /** Milliseconds until the next notice of each incident is due, by its id; negative for an overdue one. */
  readonly noticesDue: Readonly<Record<string, number>>
}

export async function readRowsContext(
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
