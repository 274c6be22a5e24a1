#!/usr/bin/env node
// Replaces the program that the Prisma CLI would download: answers its JSON-RPC (one line for each message, on standard
// input and output) with Prisma's own WebAssembly engine, on SQLite. prisma.config.ts names this file; it runs in
// packages/database.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

// The engine reads its history before it creates this table.
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id"                  TEXT PRIMARY KEY NOT NULL,
  "checksum"            TEXT NOT NULL,
  "finished_at"         DATETIME,
  "migration_name"      TEXT NOT NULL,
  "logs"                TEXT,
  "rolled_back_at"      DATETIME,
  "started_at"          DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const args = process.argv.slice(2)
const valuesOf = (name) => args.flatMap((arg, i) => (arg === name ? [args[i + 1]] : []))
const writeLine = (stream, value) => stream.write(`${JSON.stringify(value)}\n`)
const send = (message) => writeLine(process.stdout, { jsonrpc: '2.0', ...message })

let makeHistory = async () => {}

/** Returns the adapter with three additions that this engine needs. */
function adapterFactory() {
  const factory = new PrismaBetterSqlite3({ url: JSON.parse(valuesOf('--datasource')[0] ?? '{}').url ?? ':memory:' })
  const connect = async (shadow) => {
    const adapter = await (shadow ? factory.connectToShadowDb() : factory.connect())
    const history = () => adapter.executeScript(historyTable)
    if (!shadow) makeHistory = history
    await history()
    // Complete migrations arrive here, and the driver runs one statement in each call.
    const executeRaw = adapter.executeRaw.bind(adapter)
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query)
      await adapter.executeScript(query.sql)
      return 0
    }
    // The engine queries partial indexes by a name in double quotes, which the driver accepts as a column only.
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = (query) =>
      queryRaw({ ...query, sql: query.sql.replace(/(?<= name = )"([^"]*)"(?=;?$)/, "'$1'") })
    return adapter
  }
  const { provider, adapterName } = factory
  return { provider, adapterName, connect: () => connect(false), connectToShadowDb: () => connect(true) }
}

async function makeEngine() {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const files = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
  const options = files.length > 0 ? { datamodels: files } : {}
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory())
  try {
    return await bindings.SchemaEngine.new(options, () => {}, factory)
  } catch (error) {
    // The engine has only the number of the driver's error.
    throw factory.errorRegistry.consumeError(0)?.error ?? error
  }
}

async function answer(starting, { id, method, params }) {
  try {
    // Awaited here, because the CLI prints nothing and reports success when the engine ends without an answer.
    const engine = await starting
    if (method === 'applyMigrations') await makeHistory()
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && result?.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
    send({ id, result: result ?? null })
  } catch (error) {
    const { message = String(error), meta = null, code = null } = error ?? {}
    const data = { is_panic: false, message, meta, error_code: code }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

/** `cli can-connect-to-database`: the exit code is the answer. */
async function checkConnection() {
  try {
    await (await adapterFactory().connect()).dispose()
    return 0
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: 'P1001' }
    writeLine(process.stderr, { level: 'ERROR', fields, target: 'schema_engine::logger', timestamp: '' })
    return 1
  }
}

if (args.includes('cli')) process.exit(await checkConnection())
const starting = makeEngine()
starting.catch(() => {})
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line)
  if (message.method !== undefined) await answer(starting, message)
}
process.exit(0)
