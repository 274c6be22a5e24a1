import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { replaceFile } from '@wayproof/database/files/replace-file'
import { canMount, smallDisk } from '@wayproof/database/testing/small-disk'
import { fileJournal, readJournal } from '@wayproof/journal/kept-events/journal'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemTokens } from '@wayproof/kernel/system'
import { openedWave } from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { backedUpWorld } from './testing/backed-up-world.ts'

const FULL = { code: 'disk-full' }

test.skipIf(!canMount)('a backup to a full disk leaves no file, and is made once there is space', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 200)
  const disk = smallDisk(2_048)
  const target = join(disk.path, 'one.backup')
  const relative = join('..', disk.path.split('/').at(-1) ?? '', 'one.backup')
  for (const free of [0, 4_096, 300_000]) {
    disk.fill(free)
    await expect(world.backup(relative)).rejects.toMatchObject(FULL)
    expect(readdirSync(disk.path)).toEqual(['filler'])
    expect(readdirSync(world.folder).filter((name) => name.includes('-copy-'))).toEqual([])
    disk.makeRoom()
  }
  expect(await world.backup(relative)).toBe(target)
  expect(await world.restore(target)).toMatchObject({ ok: true })
})

test.skipIf(!canMount)(
  'a backup for whose copy there is no space leaves nothing, and the database is unharmed',
  async () => {
    const disk = smallDisk(8_192)
    const world = await backedUpWorld(false, disk.path)
    await openedWave(world, 50)
    disk.fill(300_000)
    await expect(world.backup('one.backup')).rejects.toMatchObject(FULL)
    expect(readdirSync(world.folder).filter((name) => /-copy-|backup$|part$/.test(name))).toEqual([])
    disk.makeRoom()
    expect(existsSync(await world.backup('one.backup'))).toBe(true)
  },
)

test.skipIf(!canMount)('a full disk confirms no entry of the journal that is not whole', () => {
  const disk = smallDisk(64)
  const path = join(disk.path, 'journal.log')
  const keys = keyring(new Uint8Array(32).fill(5))
  const journal = fileJournal(path, keys)
  const record = (at: number) => journal.record({ kind: 'closed', waveId: `wave-${at}`, at })
  record(0)
  disk.fill(4_096)
  let recorded = 1
  expect(() => {
    for (; recorded < 1_000; recorded += 1) record(recorded)
  }).toThrow('took no more')
  expect(readJournal(path, keys).lines.map(({ at }) => at)).toEqual(Array.from({ length: recorded }, (_, at) => at))
  disk.makeRoom()
  record(recorded)
  expect(readJournal(path, keys).lines.at(-1)).toMatchObject({ at: recorded })
})

test.skipIf(!canMount)('a file that is replaced on a full disk keeps its content', () => {
  const disk = smallDisk(64)
  const path = join(disk.path, 'note')
  replaceFile(path, 'before', systemTokens)
  disk.fill(4_096)
  expect(() => replaceFile(path, 'x'.repeat(6_000), systemTokens)).toThrow('ENOSPC')
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(readdirSync(dirname(path)).toSorted()).toEqual(['filler', 'note'])
  disk.makeRoom()
  replaceFile(path, 'x'.repeat(6_000), systemTokens)
  expect(readFileSync(path, 'utf8')).toHaveLength(6_000)
})
