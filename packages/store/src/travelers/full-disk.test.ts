import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importTravelers } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { countOf, surveyWorld, travelerFile, travelerRow, travelerRows } from '../testing/survey-world.ts'

test('a committed import is reported as done although the log cannot be moved into the file', async () => {
  const world = await surveyWorld()
  // The file is made larger than the log, so that a limit on the length of files affects only the database file.
  await world.database.write((sql) => {
    sql('CREATE TABLE ballast (bytes BLOB)').run()
    sql('INSERT INTO ballast VALUES (zeroblob(8000000))').run()
  })
  await world.database.close()
  const blocks = Math.ceil(statSync(world.file).size / 1024) + 100
  const script = fileURLToPath(new URL('testing/importing-process.ts', import.meta.url))
  const limited = `ulimit -f ${blocks}; exec "$0" --import tsx "$1" "$2" 3000`
  const child = spawn('bash', ['-c', limited, process.execPath, script, world.file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (data: Buffer) => {
    printed += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    printed += data.toString()
  })
  await once(child, 'close')
  expect(printed).toContain('taken\n')
  expect(statSync(`${world.file}-wal`).size).toBeGreaterThan(0)
  const again = await surveyWorld(world.file)
  expect([await countOf(again, 'traveler'), await countOf(again, 'import_file')]).toEqual([3000, 1])
})

test('a committed import is reported as done although its staging table cannot be dropped', async () => {
  const world = await surveyWorld()
  const { store } = world.ports
  const failing = {
    ...store,
    stageTravelers: (told: number) => ({
      ...store.stageTravelers(told),
      discard: () => Promise.reject(new Error('the disk is full')),
    }),
  }
  const ports = { ...world.ports, store: failing }
  expect(await importTravelers(ports, travelerFile(travelerRows(3)))).toMatchObject({ ok: true, value: { added: 3 } })
  expect(await countOf(world, 'traveler')).toBe(3)
  // A failed import reports its error.
  const wrong = [travelerRow(1, { email: 'none' })]
  await expect(importTravelers(ports, travelerFile(wrong))).rejects.toThrow('the disk is full')
})
