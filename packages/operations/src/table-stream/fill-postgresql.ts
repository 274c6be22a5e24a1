import type { ServerPlace } from '@wayproof/database/installation/database-place'
import { withName } from '@wayproof/database/installation/named-fault'
import type { TableQuery } from '@wayproof/database/query/query'
import type { Timing } from '@wayproof/database/timing'
import type { TableTarget } from './copy-tables.ts'
import { countOnPostgresql } from './last-numbers.ts'
import { SEEDED } from './seeded.ts'
import { type ColumnKind, type Table, type TableRow, tablesOf } from './table.ts'

/** An app that starts now waits until the transaction ends, and then finds the installation of the copy. */
const LOCK = 'LOCK TABLE installation IN ACCESS EXCLUSIVE MODE'

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

const REFERENCES = `SELECT CAST(conrelid AS regclass)::text AS "table", CAST(conname AS text) AS name,
    pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = CAST(current_schema() AS regnamespace) ORDER BY oid`

/**
 * Creates the tables in a database of a server and lets `fill` write the rows in one transaction, so a process that is
 * killed leaves empty tables. Null if an installation uses the database. Throws DatabaseFault.
 */
export async function fillPostgresql<T>(
  place: ServerPlace,
  timing: Timing,
  fill: (target: TableTarget) => Promise<T>,
): Promise<T | null> {
  const { openUnbound } = await import('../installation/open-postgresql.ts')
  const { database } = await openUnbound(place, timing)
  try {
    const filled = await database.writeTables(async (query) => {
      await query.run(LOCK)
      if (await query.get('SELECT 1 FROM installation')) return null
      const references = await query.all<Reference>(REFERENCES)
      // Tables are written in any order; each reference is checked once at the end.
      for (const { table, name } of references) await query.run(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
      for (const table of SEEDED) await query.run(`DELETE FROM "${table}"`)
      const result = await fill(postgresqlTarget(query))
      for (const { table, name, definition } of references)
        await query.run(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`)
      return { result }
    })
    if (filled === null) return null
    await database.analyze((await tablesOf(database.query)).map(({ name }) => name))
    return filled.result
  } catch (error) {
    return withName(place.name)(error)
  } finally {
    await database.close()
  }
}

function postgresqlTarget(query: TableQuery): TableTarget {
  return {
    query,
    insert: async (table, rows) => {
      const json = JSON.stringify(rows.map((row) => jsonRow(table, row)))
      await query.run(
        `INSERT INTO "${table.name}" SELECT * FROM json_populate_recordset(NULL::"${table.name}", CAST(@json AS json))`,
        { json },
      )
    },
    countOn: (numbers) => countOnPostgresql(query, numbers),
  }
}

/** A value as PostgreSQL reads it from JSON. */
const IN_JSON: Readonly<Record<ColumnKind, (value: NonNullable<TableRow[string]>) => unknown>> = {
  text: (value) => value,
  number: (value) => value,
  boolean: (value) => value === 1,
  bytes: (value) => (value instanceof Uint8Array ? `\\x${value.toString('hex')}` : value),
  instant: (value) => (typeof value === 'number' ? new Date(value).toISOString() : value),
}

function jsonRow({ columns }: Table, row: TableRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    columns.map(({ name, kind }) => {
      const value = row[name] ?? null
      return [name, value === null ? null : IN_JSON[kind](value)]
    }),
  )
}
