// The PostgreSQL schema is derived from the SQLite one: it has another provider and another folder for its client.

/** Returns the text of `prisma/postgresql/schema.prisma` for the text of `prisma/schema.prisma`. */
export function postgresqlSchema(sqliteSchema: string): string {
  const [, ...body] = sqliteSchema.split(/^(?=generator client)/m)
  const text = body.join('')
  const changes: readonly [string, string][] = [
    ['"../src/generated"', '"../../generated/postgresql"'],
    ['provider = "sqlite"', 'provider = "postgresql"'],
  ]
  const changed = changes.reduce((schema, [from, to]) => {
    if (schema.split(from).length !== 2) throw new Error(`the schema has ${from} not exactly once`)
    return schema.replace(from, to)
  }, text)
  return `// Written by scripts/write-postgresql-schema.ts from ../schema.prisma: change that one.\n\n${changed}`
}
