import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { commandFile } from '@wayproof/command-line/testing/run-command'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { sqliteInstallation } from '@wayproof/database/testing/installation-for-tests'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/operations/store/open-store'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const noon = Date.parse('2026-07-01T12:00:00Z')

async function verify({ databaseUrl }: TestDatabase) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, LC_ALL: 'en' }
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile('verify')], { cwd: root, env })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const [status] = await once(child, 'close')
  return { status, stdout }
}

/** A database file whose audit log has five chained entries. */
async function loggedDatabase(): Promise<TestDatabase> {
  const database = await sqliteInstallation()
  const machine = { clock: { now: () => noon }, ids: systemIds, tokens: systemTokens, sleep: systemSleep }
  const keys = keyring(new Uint8Array(32).fill(5))
  const store = await openStore({ ...machine, keyring: keys, databaseUrl: database.databaseUrl, timeZone: 'UTC' })
  for (const register of ['incidents', 'training', 'partners', 'policies', 'assets'])
    await store.auditLog.add({ act: 'exported', at: noon, subject: register })
  await store.auditLog.chainNew(noon)
  await store.close()
  return database
}

test('verify needs no key to prove that the audit log is untouched', async () => {
  const { status, stdout } = await verify(await loggedDatabase())
  expect(stdout).toMatch(/Audit log: 5 entries: valid\n {2}head [0-9a-f]{64}/)
  expect(status).toBe(0)
})

test.each([
  ['edited', `UPDATE audit_entry SET subject = 'travelers' WHERE number = 3`, 'Entry 3 was edited'],
  ['removed', 'DELETE FROM audit_entry WHERE number = 3', 'Entry 3 was removed.'],
  [
    'reordered',
    `UPDATE audit_entry SET subject = CASE number WHEN 2 THEN 'policies' ELSE 'training' END WHERE number IN (2, 4)`,
    'Entry 2 was reordered',
  ],
])('verify ends with 1 after a line was %s, and says which', async (_, statement, sentence) => {
  const database = await loggedDatabase()
  await database.run(statement)
  const { status, stdout } = await verify(database)
  expect(stdout).toContain(`Audit log: `)
  expect(stdout).toContain(`NOT VALID: ${sentence}`)
  expect(status).toBe(1)
})
