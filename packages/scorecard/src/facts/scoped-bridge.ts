import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement, Values } from '@wayproof/database/query/query'
import { keyText, quoted } from '@wayproof/evidence/registers/record-sql'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { isPresent, ofRecord, ofTable, type ScopedRegister } from '@wayproof/evidence/registers/rows-of-period'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { BridgeEvent, BridgeFacts, BridgeRow } from '../goals/bridge.ts'
import { NOT_RECORDED, type RowChange, readRowEvents, recordedIn } from './row-events.ts'

/** How the rows of a register stand in a period. */
export interface BridgeSource {
  readonly scoped: ScopedRegister
  /** Ends with the tables `period_row` and `present`: the rows in scope, excluded or not, with `id` and `due`. */
  readonly state: (dialect: Dialect) => string
}

interface StandingRow {
  readonly key: string
  readonly label: string
  readonly historyKey: string
  readonly importId: string | null
  readonly fromDay: CalendarDate
  readonly untilDay: CalendarDate | null
  readonly atStart: number
  readonly inScope: number
  readonly present: number
  readonly due: number
  readonly excluded: number
  /** The change that would take the row out; null if it stands as it is registered. */
  readonly heldBy: number | null
}

/** A row that left and was removed afterwards is neither in the register nor held, and was there at the start. */
const standing =
  ({ scoped, state }: BridgeSource): Statement =>
  (dialect) => {
    const target = registerTables[scoped.register]
    const [before, after] = [ofRecord(dialect, target, 'c.before'), ofRecord(dialect, target, 'c.after')]
    const names = target.columns.map(({ name }) => name)
    const wasPresent = (column: typeof before) => isPresent(scoped, column, '@firstDay')
    return `${state(dialect)},
  first_change AS (
    SELECT c.* FROM register_change c WHERE c.number IN (
      SELECT min(number) FROM register_change WHERE register = '${scoped.register}' AND at >= @began GROUP BY key)
  ),
  at_start AS (
    SELECT key FROM own t WHERE key NOT IN (SELECT key FROM first_change) AND ${wasPresent(ofTable('t'))}
    UNION SELECT c.key FROM first_change c
      WHERE CASE WHEN c.before IS NULL THEN ${wasPresent(after)} ELSE ${wasPresent(before)} END
  ),
  every_row AS (
    SELECT ${quoted(names)} FROM period_row
    UNION ALL SELECT ${names.map(before).join(', ')} FROM change c
    WHERE c.after IS NULL AND c.number IN (SELECT max(number) FROM change GROUP BY key)
      AND c.key NOT IN (SELECT key FROM held) AND c.key NOT IN (SELECT key FROM own)
  )
SELECT r.id AS key, r.name AS label, ${keyText(dialect, target, 'r')} AS historyKey, own.import_id AS importId,
  r."${scoped.from}" AS fromDay, r."${scoped.until}" AS untilDay,
  ${keyText(dialect, target, 'r')} IN (SELECT key FROM at_start) AS atStart,
  (${scoped.inScope(ofTable('r'))}) AS inScope, present.id IS NOT NULL AS present, coalesce(present.due, FALSE) AS due,
  ${dialect.oneOf('r.id', '@excluded')} AS excluded, held.number AS heldBy
FROM every_row r LEFT JOIN present ON present.id = r.id LEFT JOIN own ON own.id = r.id
  LEFT JOIN held ON held.key = ${keyText(dialect, target, 'r')}
ORDER BY r.name, r.id`
  }

/** The rows that were in scope when the period began, and those that joined, left, moved or are not counted. */
export async function scopedBridge(
  query: ReadQuery,
  source: BridgeSource,
  parameters: Values & { readonly firstDay: CalendarDate; readonly at: CalendarDate },
): Promise<BridgeFacts> {
  const { scoped } = source
  const rows = await query.all<StandingRow>(standing(source), parameters)
  const { firstDay, at } = parameters
  const lines = rows.flatMap((row) => linesOf(row, { firstDay, at }).map((line) => ({ line, row })))
  const events = await readRowEvents(
    query,
    scoped.register,
    lines.map(({ row }) => row.historyKey),
  )
  const scopeOf = (row: StandingRow, columns: readonly string[]) =>
    events.recorded({ key: row.historyKey, importId: row.importId }, columns)
  const told = (line: BridgeRow['line'], row: StandingRow): Omit<BridgeRow, 'line' | 'key' | 'label'> => {
    switch (line) {
      case 'joined':
        return { event: 'joined', on: row.fromDay, ...scopeOf(row, [scoped.from]) }
      case 'moved-in':
        return { event: 'scope-set', on: null, ...scopeOf(row, [...scoped.scope, scoped.from, scoped.until]) }
      case 'left':
        return { event: 'left', on: row.untilDay, ...scopeOf(row, [scoped.until]) }
      case 'waiting': {
        const change = events.change(row.heldBy ?? 0)
        const event = eventOf(scoped, change)
        const on = event === 'left-late' ? String(change?.after?.[scoped.until]) : null
        return { event, on, ...(change ? recordedIn(change) : NOT_RECORDED) }
      }
      case 'out-of-scope':
        return { event: 'out-of-scope', on: null, ...scopeOf(row, scoped.scope) }
      case 'not-yet-due':
        return { event: 'not-yet-due', on: row.fromDay, ...scopeOf(row, [scoped.from]) }
      default:
        // Two people excluded it; the scorecard knows them.
        return { event: 'excluded', on: null, ...NOT_RECORDED }
    }
  }
  return {
    atStart: rows.filter(({ atStart }) => atStart).length,
    rows: lines.map(({ line, row }) => ({ line, key: row.key, label: row.label, ...told(line, row) })),
  }
}

/** The lines in which a row stands: how it came, how it went, and what stands beside the sum. */
function linesOf(
  { fromDay, untilDay, atStart, inScope, present, due, excluded, heldBy }: StandingRow,
  { firstDay, at }: { readonly firstDay: CalendarDate; readonly at: CalendarDate },
): BridgeRow['line'][] {
  const isThere = fromDay <= at && (untilDay === null || untilDay > at)
  const cameAndLeft = inScope && fromDay >= firstDay && fromDay <= at && !isThere
  if (!atStart && !present && !cameAndLeft) return isThere ? ['out-of-scope'] : []
  const lines: BridgeRow['line'][] = []
  if (!atStart) lines.push(fromDay >= firstDay ? 'joined' : 'moved-in')
  if (!present) lines.push('left')
  else if (excluded) lines.push('excluded')
  else if (!due) lines.push('not-yet-due')
  if (present && !excluded && heldBy !== null) lines.push('waiting')
  return lines
}

function eventOf(scoped: ScopedRegister, change: RowChange | undefined): BridgeEvent {
  const differs = (column: string) => change?.before?.[column] !== change?.after?.[column]
  if (!change?.after) return 'removed'
  if (scoped.scope.some(differs)) return 'scope-unset'
  return differs(scoped.until) && change.after[scoped.until] !== null ? 'left-late' : 'days-changed'
}
