/** The type of a column, for PostgreSQL, which distinguishes instants and booleans from numbers. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'instant'

export interface TypedColumn {
  readonly name: string
  readonly type: ColumnType
}

/**
 * The differences between the SQL of the two engines. Each function takes and returns SQL, so that a statement is written
 * once: `({ oneOf }) => \`SELECT name FROM partner WHERE ${oneOf('id', '@ids')}\``.
 */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgresql'
  /** True if `value` is in the list of the parameter `list`. */
  oneOf(value: string, list: `@${string}`): string
  /** A table with the column `value`: the items of the parameter `list`. */
  listed(list: `@${string}`): string
  /**
   * A table `name` with the column `value`: the comma-separated parts of a text. May use columns of tables before it.
   */
  parts(text: string, name: string): string
  /** The smallest of the values; null if one of them is null. */
  least(...values: readonly [string, string, ...string[]]): string
  /** The largest of the values; null if one of them is null. */
  greatest(...values: readonly [string, string, ...string[]]): string
  /** The day `days` days (any integer expression) after the day `day`, as text. */
  addDays(day: string, days: string): string
  /** The day `months` months after the day `day`, as text; the first day of the next month if the month is shorter. */
  addMonths(day: string, months: string): string
  /** Number of days from the day `from` to the day `to`. */
  daysBetween(from: string, to: string): string
  /** The first day of the month of the day `day`, as text. */
  startOfMonth(day: string): string
  /** The instant by the clock of the database, in a transaction that of its begin. */
  now(): string
  /** Milliseconds since 1970 of an instant, for arithmetic. */
  milliseconds(instant: string): string
  /** The instant of milliseconds since 1970 (any integer expression). */
  instantOf(milliseconds: string): string
  /** True if the text is valid JSON. */
  isJson(text: string): string
  /** The text of a top-level field of a JSON text; null if there is none. */
  jsonField(json: string, field: string): string
  /** A JSON text in which a top-level field has the value of `value`. */
  withJsonField(json: string, field: string, value: string): string
  /**
   * A table `name` with the column `value`: the items of a JSON list, or of a list in a field of a JSON text. May use
   * columns of tables before it.
   */
  jsonItems(json: string, name: string, field?: string): string
  /** The text of an item of a JSON list of texts, of the table `name` of `jsonItems`. */
  itemText(name: string): string
  /** A JSON list of texts, without spaces. */
  jsonList(...texts: readonly string[]): string
  /** A JSON object: each field with the SQL of its text. */
  jsonObject(fields: Readonly<Record<string, string>>): string
  /** A JSON list of the JSON texts `json` of all rows. */
  jsonRows(json: string): string
  /** The text of an item of a JSON list, from 0; from the end if `place` is negative. */
  jsonItem(json: string, place: number): string
  /** A record as a JSON object by its columns, without spaces: instants are milliseconds, booleans 0 or 1. */
  jsonRecord(columns: readonly TypedColumn[], table: string): string
  /** The columns of a record as a JSON list in the format of `jsonRecord`: the same bytes on both engines. */
  jsonColumns(columns: readonly TypedColumn[], table: string): string
  /** The top-level fields of a JSON text that have the columns' names, as the same list. */
  jsonFields(json: string, columns: readonly TypedColumn[]): string
  /** The value of a column, from its text in such a record. */
  fromRecord(text: string, type: ColumnType): string
  /** True if a text contains another; every text contains the empty one. */
  contains(text: string, part: string): string
  /** 16 random bytes, for a random order. */
  randomKey(): string
  /** Ends a SELECT in a transaction: locks its rows and skips rows that another transaction has locked. */
  skipLocked(): string
}
