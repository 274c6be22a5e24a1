import type { Dialect } from '../query/dialect.ts'

const day = (text: string) => `CAST(${text} AS date)`
const dayText = (date: string) => `to_char(${date}, 'YYYY-MM-DD')`

const jsonText = (text: string) => `coalesce(CAST(to_json(CAST(${text} AS text)) AS text), 'null')`

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
  // The last day of a shorter month and the days that are left over: SQLite counts on into the next month.
  addMonths: (text, months) =>
    dayText(`date_trunc('month', ${day(text)}) + make_interval(months => CAST(${months} AS integer))
      + (${day(text)} - CAST(date_trunc('month', ${day(text)}) AS date)) * interval '1 day'`),
  daysBetween: (from, to) => `(${day(to)} - ${day(from)})`,
  startOfMonth: (text) => dayText(`date_trunc('month', ${day(text)})`),
  milliseconds: (instant) => `CAST(extract(epoch FROM ${instant}) * 1000 AS bigint)`,
  instantOf: (milliseconds) => `(timestamp(3) 'epoch' + (${milliseconds}) * interval '1 millisecond')`,
  isJson: (text) => `(${text} IS JSON)`,
  jsonField: (json, field) => `(CAST(${json} AS jsonb) ->> '${field}')`,
  withJsonField: (json, field, value) =>
    `CAST(jsonb_set(CAST(${json} AS jsonb), '{${field}}', to_jsonb(${value})) AS text)`,
  jsonItems: (json, name, field) =>
    `LATERAL jsonb_array_elements(CAST(${json} AS jsonb)${field === undefined ? '' : ` -> '${field}'`}) AS ${name}(value)`,
  // PostgreSQL's own lists have spaces between their items.
  jsonList: (...texts) => `('[' || ${texts.map(jsonText).join(" || ',' || ")} || ']')`,
  jsonObject: (fields) =>
    `CAST(json_build_object(${Object.entries(fields)
      .map(([name, text]) => `'${name}', ${text}`)
      .join(', ')}) AS text)`,
  jsonRows: (json) => `CAST(coalesce(json_agg(CAST(${json} AS json)), '[]') AS text)`,
  randomKey: () => `uuid_send(gen_random_uuid())`,
  skipLocked: () => 'FOR UPDATE SKIP LOCKED',
}
