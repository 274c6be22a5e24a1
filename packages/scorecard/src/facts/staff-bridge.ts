import type { ReadQuery } from '@wayproof/database/query/query'
import { addDays, type CalendarDate, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, type Period, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { BridgeFacts, BridgeRow } from '../goals/bridge.ts'
import { NOT_RECORDED, type RowEvents, readRowEvents, recordedIn } from './row-events.ts'
import { type FactDeps, rosterAfter } from './training-facts.ts'

/** Days after the last working day within which its entry is ordinary. */
const LATE_ENTRY_DAYS = 31

interface RoleRow {
  readonly key: string
  readonly number: string
  readonly unit: string
  readonly startDay: CalendarDate
  readonly endDay: CalendarDate | null
  readonly importId: string
}

const ROLES =
  'SELECT number, role, unit, start_day AS startDay, end_day AS endDay, import_id AS importId FROM staff_role'

const LEAVES = `SELECT number, from_day AS fromDay, import_id AS importId FROM staff_leave
  WHERE from_day <= @lastDay AND to_day >= @firstDay`

// The first change of each role since the quarter began shows it as it was. An import since then that was undone
// had never been there.
const CHANGED_SINCE = `SELECT c.key, c.before FROM register_change c WHERE c.number IN (
    SELECT min(number) FROM register_change WHERE register = 'staff-roles' AND at >= @began GROUP BY key)
  AND c.before IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM import_file f WHERE f.id = c.undone_import_id AND f.imported_at >= @began)`

/**
 * The people on the roster when the quarter began, as it was recorded then, and those that joined, left or are not due. A
 * day of leaving counts as the register has it, and stands here with the person who entered it.
 */
export async function staffBridge(
  query: ReadQuery,
  quarter: Period,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<BridgeFacts> {
  const [begins, before] = [firstDay(quarter), previousPeriod(quarter)]
  const atStart = new Map<string, string>()
  for (const { number, unit } of await rosterAfter(query, before, lastDay(before), deps)) atStart.set(number, unit)
  const began = new Date(startOfDay(begins, deps.timeZone))
  for (const { number, unit, startDay, endDay } of await recordedAtStart(query, began))
    if (!atStart.has(number) && startDay < begins && (endDay === null || endDay >= begins)) atStart.set(number, unit)

  const roster = await rosterAfter(query, quarter, asOf, deps)
  const isExcluded = new Set(deps.excluded?.staff)
  const onRoster = new Set(roster.map(({ number }) => number))
  const lines: Pick<BridgeRow, 'line' | 'key' | 'label'>[] = [...atStart]
    .filter(([number]) => !onRoster.has(number))
    .map(([number, unit]) => ({ line: 'left', key: number, label: unit }))
  for (const { number, unit, standing } of roster) {
    const row = { key: number, label: unit }
    if (!atStart.has(number)) lines.push({ line: 'joined', ...row })
    const line = isExcluded.has(number) ? 'excluded' : standing === 'due' ? null : standing
    if (line) lines.push({ line, ...row })
  }
  const told = await tellers(query, quarter, lines, deps.timeZone)
  return { atStart: atStart.size, rows: lines.map((row) => ({ ...row, ...told(row) })) }
}

async function recordedAtStart(query: ReadQuery, began: Date): Promise<Omit<RoleRow, 'key' | 'importId'>[]> {
  const rows = await query.all<{ before: string }>(CHANGED_SINCE, { began })
  return rows.map(({ before }) => {
    const record = JSON.parse(before) as Readonly<Record<string, string>> & { readonly end_day: string | null }
    const { number = '', unit = '', start_day: startDay = '', end_day: endDay } = record
    return { number, unit, startDay, endDay }
  })
}

type Told = Omit<BridgeRow, 'line' | 'key' | 'label'>

/** Says of each line when it was recorded, and by whom. */
async function tellers(
  query: ReadQuery,
  quarter: Period,
  lines: readonly Pick<BridgeRow, 'line' | 'key'>[],
  timeZone: string,
): Promise<(row: Pick<BridgeRow, 'line' | 'key'>) => Told> {
  const numbers = [...new Set(lines.map(({ key }) => key))]
  const ofNumbers = { numbers }
  const roles = (
    await query.all<Omit<RoleRow, 'key'> & { readonly role: string }>(
      ({ oneOf }) => `${ROLES} WHERE ${oneOf('number', '@numbers')} ORDER BY start_day, role`,
      ofNumbers,
    )
  ).map((role): RoleRow => ({ ...role, key: JSON.stringify([role.number, role.role]) }))
  const changed = await query.all<{ key: string }>(
    ({ oneOf, jsonItem }) => `SELECT DISTINCT key FROM register_change
      WHERE register = 'staff-roles' AND ${oneOf(jsonItem('key', 0), '@numbers')}`,
    ofNumbers,
  )
  const leaves = await query.all<{ number: string; fromDay: CalendarDate; importId: string }>(
    ({ oneOf }) => `${LEAVES} AND ${oneOf('number', '@numbers')} ORDER BY from_day`,
    { ...ofNumbers, firstDay: firstDay(quarter), lastDay: lastDay(quarter) },
  )
  const events = await readRowEvents(
    query,
    'staff-roles',
    [...roles, ...changed].map(({ key }) => key),
  )
  const leaveKey = (number: string, fromDay: string) => JSON.stringify([number, fromDay])
  const leaveEvents = await readRowEvents(
    query,
    'staff-leave',
    leaves.map(({ number, fromDay }) => leaveKey(number, fromDay)),
  )
  const rolesOf = Map.groupBy(roles, ({ number }) => number)
  const keysOf = Map.groupBy(changed, ({ key }) => (JSON.parse(key) as string[])[0] ?? '')
  return ({ line, key: number }) => {
    const own = rolesOf.get(number) ?? []
    switch (line) {
      case 'joined':
      case 'not-yet-due': {
        const role = own.at(line === 'joined' ? 0 : -1)
        const when = role ? events.recorded(role, ['start_day']) : NOT_RECORDED
        return { event: line, on: role?.startDay ?? null, ...when }
      }
      case 'left':
        return leaving(own, keysOf.get(number) ?? [], events, timeZone)
      case 'exempt': {
        const leave = leaves.find((each) => each.number === number)
        const key = leave && { key: leaveKey(number, leave.fromDay), importId: leave.importId }
        return {
          event: 'on-leave',
          on: leave?.fromDay ?? null,
          ...(key ? leaveEvents.recorded(key, ['from_day', 'to_day']) : NOT_RECORDED),
        }
      }
      default:
        return { event: 'excluded', on: null, ...NOT_RECORDED }
    }
  }
}

/** The last day of work and its entry, or the removal of the last role. */
function leaving(
  roles: readonly RoleRow[],
  changed: readonly { readonly key: string }[],
  events: RowEvents,
  timeZone: string,
): Told {
  const removals = changed
    .filter(({ key }) => !roles.some((role) => role.key === key))
    .flatMap(({ key }) => events.changesOf(key).findLast(({ after }) => after === null) ?? [])
  const last = roles.toSorted((a, b) => ((a.endDay ?? '9') < (b.endDay ?? '9') ? -1 : 1)).at(-1)
  const removal = removals.toSorted((a, b) => a.number - b.number).at(-1)
  if (removal && (last === undefined || last.endDay === null || removal.before?.end_day === null)) {
    return { event: 'removed', on: null, ...recordedIn(removal) }
  }
  if (!last) return { event: 'left', on: null, ...NOT_RECORDED }
  const recorded = events.recorded(last, ['end_day'])
  const isEntered = events.changesOf(last.key).some(({ at, before }) => before !== null && at === recorded.at)
  const isLate =
    isEntered &&
    last.endDay !== null &&
    recorded.at !== null &&
    dateAt(recorded.at, timeZone) > addDays(last.endDay, LATE_ENTRY_DAYS)
  return { event: isLate ? 'left-late' : 'left', on: last.endDay, ...recorded }
}
