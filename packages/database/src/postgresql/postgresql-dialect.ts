import type { ColumnType, Dialect } from '../query/dialect.ts'

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

export const postgresqlDialect: Dialect = {
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
