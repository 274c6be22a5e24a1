import type { Dialect } from '@wayproof/database/query/dialect'
import { type CalendarDate, earlier, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, type Period } from '@wayproof/kernel/calendar/period'
import { keyText, quoted } from './record-sql.ts'
import { type RegisterTable, registerTables } from './register-tables.ts'

/** Days after an import within which its undo is a correction and takes its rows out at once. */
const UNDO_DAYS = 7
const DAY_MS = 86_400_000

/** A column of a row, in SQL: of the register's table, or of a record in its history. */
type Column = (name: string) => string

/** A register whose rows belong to a goal from one day until another, if they are in scope. */
export interface ScopedRegister {
  readonly register: 'partners' | 'policy-surfaces'
  readonly from: string
  readonly until: string
  /** The columns that decide the scope, and how. */
  readonly scope: readonly string[]
  readonly inScope: (column: Column) => string
  /** True if the row is due, as far as its own days decide it. Absent: as soon as it is there. */
  readonly due?: (dialect: Dialect, column: Column) => string
}

export const ofTable =
  (table: string): Column =>
  (name) =>
    `${table}."${name}"`

/** A column of a record that is stored as JSON. */
export const ofRecord =
  ({ fromRecord, jsonField }: Dialect, { columns }: Pick<RegisterTable<never>, 'columns'>, json: string): Column =>
  (name) =>
    fromRecord(jsonField(json, name), columns.find((column) => column.name === name)?.type ?? 'text')

/** SQL: in scope and there on `@at`; with `day` when that day begins. */
export function isPresent({ from, until, inScope }: ScopedRegister, column: Column, day?: `@${string}`): string {
  const [joined, left] = day ? [`< ${day}`, `>= ${day}`] : ['<= @at', '> @at']
  return `((${inScope(column)}) AND ${column(from)} ${joined} AND (${column(until)} IS NULL OR ${column(until)} ${left}))`
}

/**
 * Common table expressions for the rows of a register in a period: `period_row` has the register's columns and `kept`. A
 * row that a change since the period began would take out stays as it stood before that change, until two people exclude it
 * (docs/decisions/034): moved out of scope, removed, or with other days. A day of leaving that was entered by that day
 * takes effect at once. Parameters: those of `periodParameters`, and those of `due`.
 */
export function rowsOfPeriod(dialect: Dialect, scoped: ScopedRegister): string {
  const { register, until } = scoped
  const target = registerTables[register]
  const { table, columns } = target
  const [before, after, current] = [
    ofRecord(dialect, target, 'c.before'),
    ofRecord(dialect, target, 'c.after'),
    ofTable('t'),
  ] as const
  const isDue = (column: Column) => scoped.due?.(dialect, column) ?? 'TRUE'
  const names = columns.map(({ name }) => name)
  return `
  change AS (SELECT * FROM register_change c WHERE c.register = '${register}' AND c.at >= @began AND c.before IS NOT NULL),
  shrunk AS (
    SELECT c.key, c.number, ${isDue(before)} AS due,
      row_number() OVER (PARTITION BY c.key ORDER BY ${isDue(before)} DESC, c.number DESC) AS nth
    FROM change c
    WHERE ${isPresent(scoped, before)}
      AND NOT coalesce(${isPresent(scoped, after)} AND (${isDue(after)} OR NOT ${isDue(before)}), FALSE)
      AND NOT EXISTS (SELECT 1 FROM import_file f WHERE f.id = c.undone_import_id AND f.imported_at >= @began
        AND ${dialect.milliseconds('c.at')} - ${dialect.milliseconds('f.imported_at')} < ${UNDO_DAYS * DAY_MS})
  ),
  departed AS (
    SELECT c.key FROM change c
    WHERE ${after(until)} <= @at AND (${before(until)} IS NULL OR ${before(until)} > @at)
      AND ${enteredInTime(dialect, after(until))}
  ),
  own AS (SELECT t.*, ${keyText(dialect, target, 't')} AS key FROM "${table}" t),
  held AS (
    SELECT shrunk.key, shrunk.number FROM shrunk LEFT JOIN own t ON t.key = shrunk.key
    WHERE nth = 1 AND NOT coalesce(${isPresent(scoped, current)} AND (${isDue(current)} OR NOT shrunk.due), FALSE)
      AND NOT (shrunk.key IN (SELECT key FROM departed) AND coalesce(${current(until)} <= @at, t.key IS NULL))
  ),
  period_row AS (
    SELECT ${quoted(names)}, FALSE AS kept FROM own WHERE key NOT IN (SELECT key FROM held)
    UNION ALL
    SELECT ${names.map(before).join(', ')}, TRUE FROM held JOIN change c ON c.number = held.number
  )`
}

/** SQL: the change `c` was recorded by the end of the day `day`; an hour more or less where clocks change. */
const enteredInTime = ({ milliseconds, daysBetween }: Dialect, day: string): string =>
  `((${milliseconds('c.at')} - @beganMs) / ${DAY_MS}.0 < ${daysBetween('@firstDay', day)} + 1)`

/** Parameters of `rowsOfPeriod`; `at` is the last day that counts. */
export function periodParameters(period: Period, asOf: CalendarDate, timeZone: string) {
  const beganMs = startOfDay(firstDay(period), timeZone)
  return { firstDay: firstDay(period), at: earlier(asOf, lastDay(period)), began: new Date(beganMs), beganMs }
}
