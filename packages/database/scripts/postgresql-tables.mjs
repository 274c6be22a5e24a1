import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/** The only query that the engine sends before it writes a script for an empty database. */
const VERSION = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 17.0', 170000]],
}

const noDatabase = async () => {
  throw new Error('the engine sent more than the query of the version')
}

const adapter = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  queryRaw: async ({ sql }) => (sql.includes('server_version_num') ? VERSION : noDatabase()),
  executeRaw: noDatabase,
  executeScript: noDatabase,
  startTransaction: noDatabase,
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: false }),
  dispose: async () => {},
}

const connect = async () => adapter

/**
 * Returns the SQL that makes the tables of a PostgreSQL schema. Every text is compared byte by byte as on SQLite, whatever
 * the collation of the server is.
 */
export async function postgresqlTables(schema) {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: adapter.adapterName,
    connect,
    connectToShadowDb: connect,
  })
  const files = [{ path: 'schema.prisma', content: schema }]
  const datamodels = files.map(({ path, content }) => [path, content])
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, factory)
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout.replace(/^(\s+"\w+" TEXT)\b/gm, '$1 COLLATE "C"')
}
