import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { closeAtOnce, openedWave, submit, tokens } from '@wayproof/survey/testing/survey-world'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { bindInstallation } from '../installation/bind-installation.ts'
import { type BackedUpWorld, backedUpWorld } from './testing/backed-up-world.ts'

const ROTATED = keyring(new Uint8Array(32).fill(5), systemTokens.bytes(32))

const rotate = ({ database }: BackedUpWorld) =>
  bindInstallation(database, { ids: systemIds, keyring: ROTATED, isNew: false })

const restoredFile = ({ folder }: BackedUpWorld) => join(folder, 'elsewhere', 'restored.db')

function inRestored<T>(world: BackedUpWorld, statement: string): T | undefined {
  const connection = new SQLite(restoredFile(world), { readonly: true })
  try {
    return connection.prepare<[], T>(statement).pluck().get()
  } finally {
    connection.close()
  }
}

test('a backup of an earlier generation is restored with its journal, and takes the newest generation', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  for (const token of (await tokens(world)).slice(0, 20)) await submit(world, token, { overall: '4' })
  const backup = await world.backup('open.backup')
  const token = unsubscribeToken(world.ports.keyring, 'traveler-1@example.com')
  expect(await unsubscribe(world.ports, { token })).toMatchObject({ ok: true })
  world.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(world, '2026-H1')
  await rotate(world)
  const restored = await world.restore(backup, { keyring: ROTATED })
  const replayed = { unsubscribed: 1, closed: ['2026-H1'], unreadable: 0, hasJournal: true }
  expect(restored).toMatchObject({ ok: true, value: replayed })
  expect(inRestored(world, 'SELECT generation FROM installation')).toBe(2)
  expect(inRestored(world, `SELECT count(*) FROM audit_entry WHERE act = 'key-rotated'`)).toBe(1)
  const sealed = inRestored<Buffer>(world, `SELECT email_sealed FROM traveler WHERE customer_number = 'C-2'`)
  expect(sealed && ROTATED.open('address', sealed)).toBe('traveler-2@example.com')
})

test('a wave that is open in a backup of an earlier generation is closed, also without a journal', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  for (const token of (await tokens(world)).slice(0, 20)) await submit(world, token, { overall: '4' })
  const backup = await world.backup('open.backup')
  rmSync(world.journal, { force: true })
  expect(await world.restore(backup, { keyring: ROTATED })).toMatchObject({ ok: true, value: { closed: ['2026-H1'] } })
  expect(inRestored(world, 'SELECT status FROM wave')).toBe('unlinked')
})

test('a backup of the newest generation names the generation that an old key file lacks', async () => {
  const world = await backedUpWorld()
  await rotate(world)
  const backup = await world.backup('rotated.backup')
  const lacking = { code: 'key-generation-missing', detail: '2' }
  await expect(world.restore(backup)).rejects.toMatchObject(lacking)
  expect(existsSync(restoredFile(world))).toBe(false)
  expect(await world.restore(backup, { keyring: ROTATED })).toMatchObject({ ok: true })
})
