import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { expect, onTestFinished, test } from 'vitest'
import { writeWaves } from '../src/server/testing/write-waves.ts'
import { dataFolder, freePort, start, WITH_STARTS } from './started-app.ts'

const OPEN = 'The dashboard is open'

/** Prepares an installation with an officer and a stopped dashboard. */
async function installation() {
  const env = { DATA_DIR: dataFolder(), REPORTING_PORT: await freePort() }
  const file = join(env.DATA_DIR, 'wayproof.db')
  const database = databaseAt(`file:${file}`)
  const { child, ended, untilPrinted } = start(env)
  await untilPrinted('/invitation/')
  child.kill('SIGTERM')
  await ended()
  const at = new Date(0)
  const times = { created_at: at, updated_at: at }
  const person = { id: 'o', name: 'Li', email: 'li@x.example', email_verified: true, role: 'officer', locale: 'en' }
  await database.insert({ user: [{ ...person, ...times }] })
  return { env, file, database }
}

const answers = async (port: string) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()

test('it starts beside a shutdown that lacks the disk space to finish', WITH_STARTS, async () => {
  const { env, file, database } = await installation()
  // Larger than everything a start writes, so that the file limit affects only the shutdown.
  await database.run('CREATE TABLE ballast (bytes BLOB)')
  await database.run('INSERT INTO ballast VALUES (zeroblob(8000000))')
  await writeWaves(database, [{ period: '2026-H1', cells: [], status: 'closed' }])
  const { untilPrinted } = start(env, Math.ceil(statSync(file).size / 1024) + 20)
  await untilPrinted(OPEN)
  expect(await answers(env.REPORTING_PORT)).toMatchObject({ ready: true })
})

test('it starts while another process holds the write lock longer than the timeout', WITH_STARTS, async () => {
  const { env, file } = await installation()
  const script = `
    const { DatabaseSync } = require('node:sqlite')
    new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE')
    console.log('held')
    setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  const { untilPrinted } = start(env)
  await untilPrinted(OPEN)
  expect(await answers(env.REPORTING_PORT)).toMatchObject({ ready: true })
})
