import type { Dialect } from './dialect.ts'

/**
 * A value of a statement. An instant is a `Date`, because PostgreSQL has its own type for instants; a list is for
 * `Dialect.oneOf`.
 */
export type Value = string | number | boolean | Date | Uint8Array | null | List

/** Only statements of PostgreSQL may have nulls and bytes in lists. */
type List = readonly (string | null)[] | readonly number[] | readonly Uint8Array[]

/** The values of a statement's parameters: `@name` in its text. */
export type Values = Readonly<Record<string, Value>>

/** The text of a statement. Its parameters are `@name`; names in camel case need no quotes. */
export type Statement = string | ((dialect: Dialect) => string)

/** A statement that changes rows, with its values. */
export interface Change {
  readonly statement: string
  readonly values: Values
}

/**
 * Reads rows. A row has one property for each column: instants are milliseconds, booleans are 0 or 1, bytes are buffers.
 */
export interface ReadQuery {
  all<Row>(statement: Statement, values?: Values): Promise<Row[]>
  /** The first row; undefined if there is none. */
  get<Row>(statement: Statement, values?: Values): Promise<Row | undefined>
}

/** Reads the database as of one moment. */
export interface SnapshotQuery extends ReadQuery {
  /** Rows in batches of `size`, for results that are too large for memory. */
  batches<Row>(statement: Statement, values?: Values, size?: number): AsyncIterable<readonly Row[]>
}

export interface Query extends ReadQuery {
  /** Runs a statement that changes rows, and returns how many it changed. */
  run(statement: Statement, values?: Values): Promise<number>
}

/** Reads and writes whole tables in one transaction. */
export interface TableQuery extends SnapshotQuery, Query {}
