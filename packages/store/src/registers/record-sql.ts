/** The key of a record as a JSON list of texts, in SQL. */
export const keySql = (key: readonly string[], alias: string): string =>
  `json_array(${key.map((column) => `CAST(${alias}."${column}" AS TEXT)`).join(', ')})`

/** A record as a JSON object by its columns, in SQL. */
export const recordSql = (columns: readonly string[], alias: string): string =>
  `json_object(${columns.map((column) => `'${column}', ${alias}."${column}"`).join(', ')})`
