import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { writeWaves } from '../src/server/testing/write-waves.ts'
import { dataFolder, freePort, start, waitUntil } from './started-app.ts'

const OPEN = 'The dashboard is open'
const TIMEOUT_MS = 90_000

/** Prepares an installation with an officer and a stopped dashboard. */
async function installation() {
  const env = { DATA_DIR: dataFolder(), REPORTING_PORT: await freePort() }
  const { child, output } = start(env)
  await waitUntil(() => output().includes('/invitation/'))
  child.kill('SIGTERM')
  await once(child, 'exit')
  const file = join(env.DATA_DIR, 'wayproof.db')
  const columns = 'id, name, email, email_verified, role, locale, created_at, updated_at'
  runSql(file, `INSERT INTO user (${columns}) VALUES ('o', 'Li', 'li@x.example', 1, 'officer', 'en', 0, 0)`)
  return { env, file }
}

function runSql(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

const answers = async (port: string) => (await fetch(`http://127.0.0.1:${port}/health`)).json()

test(
  'it starts beside a shutdown that lacks the disk space to finish',
  async () => {
    const { env, file } = await installation()
    // Larger than everything a start writes, so that the file limit affects only the shutdown.
    runSql(file, 'CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast VALUES (zeroblob(8000000))')
    writeWaves(file, [{ period: '2026-H1', cells: [], status: 'closed' }])
    const { output } = start(env, Math.ceil(statSync(file).size / 1024) + 20)
    await waitUntil(() => output().includes(OPEN))
    expect(output()).toContain(OPEN)
    expect(await answers(env.REPORTING_PORT)).toMatchObject({ ok: true })
  },
  TIMEOUT_MS,
)

test(
  'it starts while another process holds the write lock longer than the timeout',
  async () => {
    const { env, file } = await installation()
    const script = `
    const { DatabaseSync } = require('node:sqlite')
    new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE')
    console.log('held')
    setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'ignore'] })
    onTestFinished(() => void holder.kill('SIGKILL'))
    await once(holder.stdout, 'data')
    const { output } = start(env)
    await waitUntil(() => output().includes(OPEN))
    expect(output()).toContain(OPEN)
    expect(await answers(env.REPORTING_PORT)).toMatchObject({ ok: true })
  },
  TIMEOUT_MS,
)
