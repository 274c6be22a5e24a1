/** Returns the SQL that makes the tables of a PostgreSQL schema. */
export function postgresqlTables(schema: string): Promise<string>
