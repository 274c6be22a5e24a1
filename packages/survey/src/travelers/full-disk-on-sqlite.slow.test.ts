import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { placeOf } from '@wayproof/database/testing/database-at'
import { expect, test } from 'vitest'
import { countOf, surveyOnSqlite } from '../testing/survey-world.ts'

test('a committed import is reported as done although the log cannot be moved into the file', async () => {
  const world = await surveyOnSqlite()
  // The file is made larger than the log, so that a limit on the length of files affects only the database file.
  await world.database.write(async (query) => {
    await query.run('CREATE TABLE ballast (bytes BLOB)')
    await query.run('INSERT INTO ballast VALUES (zeroblob(8000000))')
  })
  await world.database.close()
  const blocks = Math.ceil(statSync(world.database.file).size / 1024) + 100
  const script = fileURLToPath(new URL('testing/importing-process.ts', import.meta.url))
  const limited = `ulimit -f ${blocks}; exec "$0" --import tsx "$1" "$2" 3000`
  const child = spawn('bash', ['-c', limited, process.execPath, script, placeOf(world.database)], {
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
  expect(statSync(`${world.database.file}-wal`).size).toBeGreaterThan(0)
  const again = await surveyOnSqlite(world.database.file)
  expect([await countOf(again, 'traveler'), await countOf(again, 'import_file')]).toEqual([3000, 1])
})
