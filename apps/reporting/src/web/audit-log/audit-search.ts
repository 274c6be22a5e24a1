import { AUDIT_ACTS, type AuditAct } from '@wayproof/journal/audit-log/audit-entry'
import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { isId } from '@wayproof/kernel/id'

/** The parameters of the address; an invalid one is ignored. */
export interface AuditSearch {
  readonly act?: AuditAct
  /** Id of the user who acted. */
  readonly actor?: string
  readonly subject?: string
  readonly from?: string
  readonly to?: string
  readonly page?: number
}

export function auditSearch({
  act: requestedAct,
  actor,
  subject,
  from,
  to,
  page: listPage,
}: Record<string, unknown>): AuditSearch {
  const act = AUDIT_ACTS.find((auditAct) => auditAct === requestedAct)
  const dayOf = (value: unknown) => (typeof value === 'string' && isCalendarDate(value) ? value : null)
  const page = Number(listPage)
  const [first, last] = [dayOf(from), dayOf(to)]
  const text = typeof subject === 'string' || typeof subject === 'number' ? String(subject).trim().slice(0, 60) : ''
  return {
    ...(act ? { act } : {}),
    ...(typeof actor === 'string' && isId(actor) ? { actor } : {}),
    ...(text === '' ? {} : { subject: text }),
    ...(first === null ? {} : { from: first }),
    ...(last === null ? {} : { to: last }),
    ...(Number.isInteger(page) && page > 1 && page <= 100_000 ? { page } : {}),
  }
}

/** The address of the file with the same entries. */
export function exportAddress({ page: _, ...filters }: AuditSearch): string {
  const query = new URLSearchParams(filters as Record<string, string>).toString()
  return `/export/audit-log.csv${query === '' ? '' : `?${query}`}`
}
