import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { addGeneration } from '@wayproof/database/installation/key-file'
import { refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemTokens } from '@wayproof/kernel/system'
import { closeAtOnce, countOf, openedWave, type SurveyWorld } from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { healthStore } from '../health/health-store.ts'
import { NOW, type RotatedWorld, rotatedWorld, textOf } from './testing/rotated-world.ts'

const rotations = (world: SurveyWorld) => countOf(world, `audit_entry WHERE act = 'key-rotated' AND subject = '2'`)

const generationIn = async ({ database }: SurveyWorld) =>
  (await database.query.get<{ n: number }>('SELECT generation AS n FROM installation'))?.n

test('a rotation adds a generation to key file and database, and to the audit log', async () => {
  const installation = await rotatedWorld()
  const before = textOf(installation.keyFile)
  expect(await installation.rotate(2)).toEqual({ ok: true, value: { generation: 2, made: true, values: 0 } })
  expect(textOf(installation.keyFile).replace(/generation 2 [0-9a-f]{64}\n$/, '')).toBe(before)
  const world = await installation.start()
  expect([await generationIn(world), await rotations(world)]).toEqual([2, 1])
  expect(await installation.rotate(3)).toMatchObject({ ok: true, value: { made: true } })
  expect(await generationIn(await installation.start())).toBe(3)
})

test('no database uses a generation without an entry in the audit log', async () => {
  const installation = await rotatedWorld()
  await refuseWrites(installation.world.database, { before: 'INSERT', on: 'audit_entry' })
  await expect(installation.rotate(2)).rejects.toThrow('refused')
  expect(await installation.stored('SELECT generation FROM installation')).toEqual([{ generation: 1 }])
})

/** An old key file, or one in which somebody else has made the second generation. */
const OTHERS = [
  ['without the newest generation', (): [] => []],
  ['with another second generation', (): [Uint8Array] => [systemTokens.bytes(32)]],
] as const

test.each(OTHERS)('an app with a key file %s does not start, and is not ready', async (_, later) => {
  const installation = await rotatedWorld()
  const [first] = installation.masters()
  await installation.rotate(2)
  const world = await installation.start()
  const keys = keyring(first, ...later())
  await expect(installation.start(keys)).rejects.toMatchObject({ code: 'key-generation-missing', detail: '2' })
  const { readiness } = healthStore(world.database, { keyring: keys })
  expect(await readiness()).toContainEqual({ code: 'key-generation-missing' })
  const own = healthStore(world.database, { keyring: world.ports.keyring })
  expect(await own.readiness()).not.toContainEqual({ code: 'key-generation-missing' })
})

async function expectRefused(installation: RotatedWorld, generation: number, fault: object): Promise<void> {
  const before = textOf(installation.keyFile)
  expect(await installation.rotate(generation)).toEqual({ ok: false, fault })
  expect(textOf(installation.keyFile)).toBe(before)
  const world = await installation.start()
  expect([await generationIn(world), await rotations(world)]).toEqual([1, 0])
}

test('a rotation is refused until the last wave is unlinked', async () => {
  const installation = await rotatedWorld()
  await openedWave(installation.world, 10)
  const fault = { code: 'wave-not-anonymous', figures: { period: '2026-H1' } }
  // Also while its apps run, so that nobody stops them in vain.
  expect(await installation.rotateBeside(2)).toEqual({ ok: false, fault })
  expect(await installation.keyState()).toMatchObject({ value: { linked: '2026-H1' } })
  await expectRefused(installation, 2, fault)
  const world = await installation.start()
  world.setNow('2026-08-01T02:00:00Z')
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
  await expectRefused(installation, 2, fault)
  const again = await installation.start()
  again.setNow('2026-08-01T02:00:00Z')
  await again.database.write((query) => query.run(`UPDATE wave SET status = 'open'`))
  await closeAtOnce(again, '2026-H1')
  expect(await installation.keyState()).toEqual({ ok: true, value: { generation: 1, earlier: 0, linked: null } })
  expect(await installation.rotate(2)).toMatchObject({ ok: true })
})

test('a rotation is refused while an app runs', async () => {
  const installation = await rotatedWorld()
  const before = textOf(installation.keyFile)
  await installation.world.database.query.all('SELECT 1 FROM wave')
  expect(await installation.rotateBeside(2)).toMatchObject({ ok: false, fault: { code: 'apps-running' } })
  expect(textOf(installation.keyFile)).toBe(before)
  expect(await generationIn(installation.world)).toBe(1)
})

test('a wrong, a missing and a read-only key file are refused, and so is a number that is not the next', async () => {
  const installation = await rotatedWorld()
  await expectRefused(installation, 1, { code: 'other-generation', figures: { next: 2 } })
  await expectRefused(installation, 3, { code: 'other-generation', figures: { next: 2 } })
  const { keyFile } = installation
  const own = textOf(keyFile)
  writeFileSync(keyFile, own.replace('05', '06'))
  await expect(installation.rotate(2)).rejects.toMatchObject({ code: 'other-key' })
  writeFileSync(keyFile, own.slice(1))
  const path = keyFile
  expect(await installation.rotate(2)).toEqual({ ok: false, fault: { code: 'key-file-wrong', figures: { path } } })
  rmSync(keyFile)
  expect(await installation.rotate(2)).toEqual({ ok: false, fault: { code: 'key-file-missing', figures: { path } } })
  writeFileSync(`${keyFile}.provided`, own)
  symlinkSync(`${keyFile}.provided`, keyFile)
  await expectRefused(installation, 2, { code: 'key-file-read-only', figures: { path } })
})

test('a rotation that ends between key file and commit is completed by the next run', async () => {
  const installation = await rotatedWorld()
  const now = () => {
    if (textOf(installation.keyFile).includes('generation 2')) throw new Error('killed')
    return NOW
  }
  await expect(installation.rotate(2, { clock: { now } })).rejects.toThrow('killed')
  const made = textOf(installation.keyFile)
  expect(made).toContain('generation 2')
  expect(await installation.stored('SELECT generation FROM installation')).toEqual([{ generation: 1 }])
  expect(await installation.rotate(2)).toMatchObject({ ok: true, value: { made: false } })
  expect(textOf(installation.keyFile)).toBe(made)
  const world = await installation.start()
  expect([await generationIn(world), await rotations(world)]).toEqual([2, 1])
})

test('a rotation that was killed after it wrote the key file is completed by the next start of an app', async () => {
  const installation = await rotatedWorld()
  addGeneration(installation.keyFile, systemTokens)
  const world = await installation.start()
  expect([await generationIn(world), await rotations(world)]).toEqual([2, 1])
  expect(await installation.rotate(2)).toMatchObject({ ok: true, value: { made: false } })
  expect(await rotations(await installation.start())).toBe(1)
})

test('a key file that is ahead of a database with an open wave is refused, because its links would stop working', async () => {
  const installation = await rotatedWorld()
  await openedWave(installation.world, 10)
  const before = textOf(installation.keyFile)
  addGeneration(installation.keyFile, systemTokens)
  const early = { code: 'key-generation-early', detail: '2026-H1' }
  await expect(installation.start()).rejects.toMatchObject(early)
  await expect(installation.rotate(2)).rejects.toMatchObject(early)
  writeFileSync(installation.keyFile, before)
  expect(await generationIn(await installation.start())).toBe(1)
})
