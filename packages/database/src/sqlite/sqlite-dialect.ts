import type { Dialect } from '../query/dialect.ts'

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  oneOf: (value, list) => `${value} IN (SELECT value FROM json_each(${list}))`,
  listed: (list) => `json_each(${list})`,
  parts: (text, name) => `json_each('[' || replace(json_quote(${text}), ',', '","') || ']') AS ${name}`,
  least: (...values) => `min(${values.join(', ')})`,
  greatest: (...values) => `max(${values.join(', ')})`,
  addDays: (day, days) => `date(${day}, (${days}) || ' days')`,
  addMonths: (day, months) => `date(${day}, (${months}) || ' months')`,
  daysBetween: (from, to) => `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`,
  startOfMonth: (day) => `date(${day}, 'start of month')`,
  now: () => `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
  milliseconds: (instant) => instant,
  instantOf: (milliseconds) => milliseconds,
  isJson: (text) => `json_valid(${text})`,
  jsonField: (json, field) => `(${json} ->> '$.${field}')`,
  withJsonField: (json, field, value) => `json_set(${json}, '$.${field}', ${value})`,
  jsonItems: (json, name, field) => `json_each(${json}${field === undefined ? '' : `, '$.${field}'`}) AS ${name}`,
  itemText: (name) => `${name}.value`,
  jsonList: (...texts) => `json_array(${texts.join(', ')})`,
  jsonObject: (fields) =>
    `json_object(${Object.entries(fields)
      .map(([name, text]) => `'${name}', ${text}`)
      .join(', ')})`,
  jsonRows: (json) => `json_group_array(json(${json}))`,
  jsonItem: (json, place) => `json_extract(${json}, '$[${place < 0 ? `#${place}` : place}]')`,
  jsonRecord: (columns, table) =>
    `json_object(${columns.map(({ name }) => `'${name}', ${table}."${name}"`).join(', ')})`,
  jsonColumns: (columns, table) => `json_array(${columns.map(({ name }) => `${table}."${name}"`).join(', ')})`,
  jsonFields: (json, columns) =>
    `json_array(${columns.map(({ name }) => `json_extract(${json}, '$.${name}')`).join(', ')})`,
  fromRecord: (text) => text,
  contains: (text, part) => `instr(${text}, ${part}) > 0`,
  randomKey: () => 'randomblob(16)',
  // On SQLite no other transaction can have locked a row.
  skipLocked: () => '',
}
