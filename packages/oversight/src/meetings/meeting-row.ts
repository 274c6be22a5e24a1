import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { findRow } from '@wayproof/evidence/registers/find-row'
import { carryOut } from '@wayproof/evidence/registers/write-row'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { actingUser } from '@wayproof/journal/audit-log/acting-user'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

const REGISTER = 'privacy-meetings'
const keyOf = (heldOn: CalendarDate) => JSON.stringify([heldOn])

/** True if the register has a meeting of a day. */
export const hasMeetingRow = async ({ query }: Pick<QueryTransaction, 'query'>, heldOn: CalendarDate) =>
  (await findRow(query, REGISTER, keyOf(heldOn))) !== null

/** For a transaction: writes the row of a meeting with finished minutes. */
export async function addMeetingRow(
  transaction: QueryTransaction,
  { id, heldOn }: { readonly id: Id; readonly heldOn: CalendarDate },
  at: Instant,
): Promise<void> {
  const agreed = await transaction.records.agreedAction.count({ where: ofMeeting(id) })
  const closed = await closedActions(transaction, id)
  await put(transaction, { heldOn, minutes: true, actionsAgreed: agreed, actionsClosed: closed }, at)
}

/**
 * For a transaction that records an outcome: counts the closed actions of the meeting in its row again. A row that
 * somebody removed, or whose number of actions somebody lowered, is respected.
 */
export async function countClosedActions(transaction: QueryTransaction, id: Id, at: Instant): Promise<void> {
  const meeting = await transaction.records.meeting.findUnique({ where: { id, finishedAt: { not: null } } })
  if (!meeting?.heldOn) return
  const row = await findRow(transaction.query, REGISTER, keyOf(meeting.heldOn))
  if (!row) return
  const closed = Math.min(await closedActions(transaction, id), Number(row.cells.actionsAgreed))
  if (closed === row.cells.actionsClosed) return
  await put(transaction, { ...row.cells, actionsClosed: closed }, at)
}

const ofMeeting = (originId: Id) => ({ origin: 'meeting', originId })

async function closedActions({ records }: QueryTransaction, id: Id): Promise<number> {
  const agreed = await records.agreedAction.findMany({ where: ofMeeting(id), select: { id: true } })
  return records.actionOutcome.count({ where: { state: 'done', actionId: { in: agreed.map((action) => action.id) } } })
}

async function put({ records, query }: QueryTransaction, cells: Cells, at: Instant): Promise<void> {
  // No user typed a reason, and the history shows none.
  const stamp = { at, by: actingUser()?.actorId ?? '', reason: '' }
  await carryOut(query, REGISTER, { kind: 'put', cells }, stamp)
  const details = { register: REGISTER, kind: 'put' }
  await addAuditEntry(records, { act: 'row-corrected', at, subject: String(cells.heldOn), details })
}
