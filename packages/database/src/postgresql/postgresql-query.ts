import pg from 'pg'
import type { ColumnType, Dialect } from '../query/dialect.ts'
import type { Query, SnapshotQuery, Statement, Value, Values } from '../query/query.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'

type Queryable = Pick<pg.ClientBase, 'query'>

/** Names a statement; each connection prepares a named one once. */
export type NameOf = (text: string) => { readonly name?: string }

const unnamed: NameOf = () => ({})

/** Most prepared statements of each connection. */
const MOST_NAMES = 300

/** Names the first statements of the process: those of hot paths are among them. The others stay unnamed. */
export function preparedStatements(): NameOf {
  const names = new Map<string, { readonly name: string }>()
  return (text) => {
    const cachedName = names.get(text)
    if (cachedName || names.size === MOST_NAMES) return cachedName ?? {}
    const named = { name: `statement_${names.size + 1}` }
    names.set(text, named)
    return named
  }
}

/** Runs statements on a connection, or each on any connection of a pool. */
export function postgresqlQuery(connection: () => Queryable, nameOf: NameOf = unnamed): Query {
  const run = (statement: Statement, values: Values = {}) => runText(connection(), textOf(statement), values, nameOf)
  return {
    all: async (statement, values) => (await run(statement, values)).rows,
    get: async (statement, values) => (await run(statement, values)).rows[0],
    run: async (statement, values) => (await run(statement, values)).rowCount ?? 0,
  }
}

/** Rows of one batch, by default. */
const BATCH = 1_000

/** Reads on a connection that is in a transaction. */
export function postgresqlSnapshot(connection: Queryable): SnapshotQuery {
  let cursors = 0
  const { all, get } = postgresqlQuery(() => connection)
  return {
    all,
    get,
    batches: async function* <Row>(statement: Statement, values: Values = {}, size = BATCH) {
      cursors += 1
      const cursor = `batches_${cursors}`
      await runText(connection, `DECLARE ${cursor} NO SCROLL CURSOR FOR ${textOf(statement)}`, values)
      for (;;) {
        const { rows } = await runText(connection, `FETCH ${size} FROM ${cursor}`, {})
        if (rows.length > 0) yield rows as Row[]
        if (rows.length < size) break
      }
      await connection.query(`CLOSE ${cursor}`)
    },
  }
}

const textOf = (statement: Statement): string =>
  typeof statement === 'string' ? statement : statement(postgresqlDialect)

function runText(
  connection: Queryable,
  statement: string,
  given: Values,
  nameOf: NameOf = unnamed,
): Promise<pg.QueryResult> {
  const { text, values } = numberedText(statement, given)
  return connection.query({ ...nameOf(text), text, values: [...values], types: asOnSqlite }).catch(refuse)
}

const refuse = (error: unknown) => Promise.reject(toPostgresqlFault(error))

const { BOOL, INT8, NUMERIC, TIMESTAMP } = pg.types.builtins

/** Values as SQLite returns them. */
const READERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [BOOL, (text) => (text === 't' ? 1 : 0)],
  [INT8, Number],
  [NUMERIC, Number],
  [TIMESTAMP, (text) => Date.parse(`${text.replace(' ', 'T')}Z`)],
])

const asOnSqlite: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    READERS.get(type) ?? pg.types.getTypeParser(type, format === 'binary' ? 'binary' : 'text'),
}

const day = (text: string) => `CAST(${text} AS date)`
const dayText = (date: string) => `to_char(${date}, 'YYYY-MM-DD')`

const milliseconds = (instant: string) => `CAST(extract(epoch FROM ${instant}) * 1000 AS bigint)`
const instantOf = (sum: string) => `(timestamp(3) 'epoch' + (${sum}) * interval '1 millisecond')`

const jsonText = (text: string) => `coalesce(CAST(to_json(CAST(${text} AS text)) AS text), 'null')`

/** A value in JSON as SQLite writes it. */
const AS_JSON: Readonly<Record<ColumnType, (value: string) => string>> = {
  text: jsonText,
  integer: (value) => `coalesce(CAST(${value} AS text), 'null')`,
  boolean: (value) => `coalesce(CAST(CAST(${value} AS integer) AS text), 'null')`,
  instant: (value) => `coalesce(CAST(${milliseconds(value)} AS text), 'null')`,
  real: (value) => `coalesce(CASE WHEN ${value} = trunc(${value}) AND abs(${value}) < 1e15
    THEN CAST(CAST(${value} AS bigint) AS text) || '.0' ELSE CAST(${value} AS text) END, 'null')`,
}

const FROM_TEXT: Readonly<Record<ColumnType, (text: string) => string>> = {
  text: (text) => text,
  integer: (text) => `CAST(${text} AS integer)`,
  boolean: (text) => `CAST(${text} AS boolean)`,
  instant: (text) => instantOf(`CAST(${text} AS bigint)`),
  real: (text) => `CAST(${text} AS double precision)`,
}

const joinedList = (items: readonly string[]) => `('[' || ${items.join(" || ',' || ")} || ']')`

/** `function` of the values; null if one of them is null, which PostgreSQL's own functions ignore. */
const nullAware =
  (name: 'least' | 'greatest') =>
  (...values: readonly string[]) =>
    `CASE WHEN ${values.map((value) => `${value} IS NULL`).join(' OR ')} THEN NULL ELSE ${name}(${values.join(', ')}) END`

const postgresqlDialect: Dialect = {
  engine: 'postgresql',
  oneOf: (value, list) => `${value} = ANY(${list})`,
  listed: (list) => `unnest(${list}) AS item(value)`,
  parts: (text, name) => `LATERAL unnest(string_to_array(${text}, ',')) AS ${name}(value)`,
  least: nullAware('least'),
  greatest: nullAware('greatest'),
  addDays: (text, days) => dayText(`${day(text)} + CAST(${days} AS integer)`),
  // Adds the surplus days of a shorter month to its last day, because SQLite counts on into the next month.
  addMonths: (text, months) =>
    dayText(`date_trunc('month', ${day(text)}) + make_interval(months => CAST(${months} AS integer))
      + (${day(text)} - CAST(date_trunc('month', ${day(text)}) AS date)) * interval '1 day'`),
  daysBetween: (from, to) => `(${day(to)} - ${day(from)})`,
  startOfMonth: (text) => dayText(`date_trunc('month', ${day(text)})`),
  now: () => `CAST(now() AT TIME ZONE 'UTC' AS timestamp(3))`,
  milliseconds,
  instantOf,
  isJson: (text) => `(${text} IS JSON)`,
  jsonField: (json, field) => `(CAST(${json} AS jsonb) ->> '${field}')`,
  withJsonField: (json, field, value) =>
    `CAST(jsonb_set(CAST(${json} AS jsonb), '{${field}}', to_jsonb(${value})) AS text)`,
  jsonItems: (json, name, field) =>
    `LATERAL jsonb_array_elements(CAST(${json} AS jsonb)${field === undefined ? '' : ` -> '${field}'`}) AS ${name}(value)`,
  itemText: (name) => `(${name}.value #>> '{}')`,
  // PostgreSQL's own lists have spaces between their items.
  jsonList: (...texts) => joinedList(texts.map(jsonText)),
  jsonObject: (fields) =>
    `CAST(json_build_object(${Object.entries(fields)
      .map(([name, text]) => `'${name}', ${text}`)
      .join(', ')}) AS text)`,
  jsonRows: (json) => `CAST(coalesce(json_agg(CAST(${json} AS json)), '[]') AS text)`,
  jsonItem: (json, place) => `(CAST(${json} AS jsonb) ->> ${place})`,
  jsonRecord: (columns, table) =>
    `('{' || ${columns
      .map(({ name, type }) => `'"${name}":' || ${AS_JSON[type](`${table}."${name}"`)}`)
      .join(" || ',' || ")} || '}')`,
  jsonColumns: (columns, table) => joinedList(columns.map(({ name, type }) => AS_JSON[type](`${table}."${name}"`))),
  // A value of the type json has the same text as its source.
  jsonFields: (json, columns) =>
    joinedList(columns.map(({ name }) => `coalesce(CAST(CAST(${json} AS json) -> '${name}' AS text), 'null')`)),
  fromRecord: (text, type) => FROM_TEXT[type](text),
  contains: (text, part) => `strpos(${text}, ${part}) > 0`,
  randomKey: () => `uuid_send(gen_random_uuid())`,
  skipLocked: () => 'FOR UPDATE SKIP LOCKED',
}

/** A statement in the form that PostgreSQL expects. */
interface NumberedText {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Quoted texts and names, comments, parameters, and names in camel case. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|@(\w+)|\b[a-z]+[A-Z]\w*\b/g

/** The pieces of a statement between its parameters, and the name of each parameter. */
interface Parts {
  readonly pieces: readonly string[]
  readonly names: readonly string[]
  /** Texts by the types of their values. */
  readonly texts: Map<string, string>
}

const MOST_KNOWN = 1_000
const partsCache = new Map<string, Parts>()

/**
 * Replaces `@name` by `$1` with the type of its value, so that PostgreSQL need not infer it, and quotes names in camel
 * case, which PostgreSQL would fold to lower case.
 */
function numberedText(statement: string, values: Values): NumberedText {
  const { pieces, names, texts } = partsOf(statement)
  const distinct = [...new Set(names)]
  const types = new Map(distinct.map((name) => [name, typeOf(parameterValue(values, name))]))
  const signature = [...types.values()].join()
  const text =
    texts.get(signature) ??
    pieces.reduce((before, piece, at) => {
      const name = names[at - 1] ?? ''
      return `${before}$${distinct.indexOf(name) + 1}${types.get(name)}${piece}`
    })
  texts.set(signature, text)
  return { text, values: distinct.map((name) => sent(parameterValue(values, name))) }
}

function partsOf(statement: string): Parts {
  const parts = partsCache.get(statement) ?? parse(statement)
  if (partsCache.size < MOST_KNOWN) partsCache.set(statement, parts)
  return parts
}

function parse(statement: string): Parts {
  const names: string[] = []
  const marked = statement.replace(TOKEN, (token, name: string | undefined) => {
    if (name === undefined) return /^['"-]/.test(token) ? token : `"${token}"`
    names.push(name)
    return MARK
  })
  return { pieces: marked.split(MARK), names, texts: new Map() }
}

/** Placeholder of a parameter; no statement contains it. */
const MARK = '\0'

function parameterValue(values: Values, name: string): Value {
  const value = values[name]
  if (value === undefined) throw new Error(`the statement has no value for @${name}`)
  return value
}

function typeOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return '::text'
  if (typeof value === 'boolean') return '::boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? '::bigint' : '::double precision'
  if (value instanceof Date) return '::timestamp(3)'
  if (value instanceof Uint8Array) return '::bytea'
  if (value[0] instanceof Uint8Array) return '::bytea[]'
  return typeof value[0] === 'number' ? '::bigint[]' : '::text[]'
}

function sent(value: Value): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value[0] instanceof Uint8Array) return value.map((bytes) => Buffer.from(bytes))
  return value instanceof Uint8Array ? Buffer.from(value) : value
}
