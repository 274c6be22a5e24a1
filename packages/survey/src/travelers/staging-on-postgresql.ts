import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { Query, Values } from '@wayproof/database/query/query'
import { repeatedNumbers } from './repeated-numbers.ts'
import { type Sealing, type StagedCell, sealedRows, sealingUnder, traitRows } from './seal-chunk.ts'
import { STAGED, type StagedTables, stagedNames, stagedView, TRAITS } from './staged-tables.ts'
import type { Staging, StagingTable } from './staging-table.ts'
import { takeIn } from './take-in.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

function tablesOf(name: string): StagedTables {
  const names = stagedNames('pg_temp', name)
  return {
    ...names,
    travelerRow: (traveler) => `${traveler}.id`,
    isNew: (staged) => `NOT EXISTS (SELECT 1 FROM ${names.known} k WHERE k.row_number = ${staged}.row_number)`,
    addMany: (_, add) => add(),
  }
}

const TEXT = 'text COLLATE "C"'

/** Temporary tables on a connection of their own, which end with it. */
export async function openStagingOnPostgresql(
  database: PostgresqlDatabase,
  { name, keys, told: mostListed }: Staging,
): Promise<StagingTable> {
  const session = database.openSession()
  const tables = tablesOf(name)
  const { all, rows, traits, known: matches, leftOut } = tables
  try {
    await session.write(async (query) => {
      await query.run(`CREATE TABLE ${rows} (row_number bigint PRIMARY KEY, id ${TEXT}, customer_number ${TEXT},
        email_sealed bytea, email_key bytea, mail_domain bytea, basis_date ${TEXT}, traits bigint)`)
      const texts = TRAITS.slice(1, -1).map((column) => `${column} ${TEXT}`)
      await query.run(`CREATE TABLE ${traits} (traits bigint PRIMARY KEY, ${texts.join(', ')}, flags integer)`)
      await query.run(`CREATE VIEW ${all} AS ${stagedView(tables)}`)
      await query.run(
        `CREATE TABLE ${matches} (traveler_row ${TEXT} PRIMARY KEY, row_number bigint NOT NULL, differs boolean NOT NULL)`,
      )
      await query.run(`CREATE TABLE ${leftOut} (customer_number ${TEXT} PRIMARY KEY)`)
    })
  } catch (error) {
    await session.close()
    throw error
  }
  return {
    ...stagingIn(session, tables, sealingUnder(keys, AT_ONCE), mostListed),
    close: () => session.close(),
  }
}

/** Rows of one statement. */
const AT_ONCE = 250

function stagingIn(
  session: PostgresqlDatabase,
  tables: StagedTables,
  sealing: Sealing,
  mostListed: number,
): Omit<StagingTable, 'close'> {
  return {
    stage: async (chunk) => {
      // Sealed once, before the statements, which are repeated after a conflict.
      const inserts = [...insertsOf(tables, chunk, sealing)]
      await session.writeUnsynced(async (query) => {
        for (const { text, values } of inserts) await query.run(text, values)
      })
    },
    repeated: async () =>
      sealing.numbers.mayRepeat() ? repeatedNumbers(session.query, tables, mostListed) : { rows: [], total: 0 },
    takeIn: (file) => {
      const mayShare = sealing.addresses.mayRepeat()
      sealing.numbers.clear()
      sealing.addresses.clear()
      return session.write(async (query) => {
        await analyze(query, [tables.rows, tables.traits])
        const taken = await takeIn(query, tables, { file, mayShare })
        await analyze(query, ['traveler'])
        return taken
      })
    },
  }
}

/** Temporary tables have no statistics without ANALYZE, and others get them within a minute. */
async function analyze(query: Query, tables: readonly string[]): Promise<void> {
  for (const table of tables) await query.run(`ANALYZE ${table}`)
}

interface Insert {
  readonly text: string
  readonly values: Values
}

function* insertsOf({ rows, traits }: StagedTables, chunk: TravelerChunk, sealing: Sealing): Generator<Insert> {
  const combinations = [...traitRows(chunk)]
  if (combinations.length > 0) yield insertOf(traits, TRAITS, combinations)
  for (const values of sealedRows(chunk, sealing)) {
    const staged = Array.from({ length: values.length / STAGED.length }, (_, row) =>
      values.slice(row * STAGED.length, (row + 1) * STAGED.length),
    )
    yield insertOf(rows, STAGED, staged)
  }
}

const INTEGERS: ReadonlySet<string> = new Set(['row_number', 'traits', 'flags'])
const BYTES: ReadonlySet<string> = new Set(['email_sealed', 'email_key', 'mail_domain'])

/** A list for each column. Bytes are hexadecimal and an empty text means null, because lists contain neither. */
function insertOf(table: string, columns: readonly string[], rows: readonly (readonly StagedCell[])[]): Insert {
  const lists = columns.map((column, at) =>
    INTEGERS.has(column) ? rows.map((row) => Number(row[at])) : rows.map((row) => textOf(row[at] ?? null)),
  )
  const selected = columns.map((column) => {
    if (INTEGERS.has(column)) return column
    return BYTES.has(column) ? `decode(${column}, 'hex')` : `nullif(${column}, '')`
  })
  return {
    text: `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${selected.join(', ')}
      FROM unnest(${columns.map((_, at) => `@list${at}`).join(', ')}) AS item(${columns.join(', ')})`,
    values: Object.fromEntries(lists.map((list, at) => [`list${at}`, list])),
  }
}

const textOf = (cell: StagedCell): string =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : String(cell ?? '')
