import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { placeOf } from '@wayproof/database/testing/database-at'
import { untilOthersEnded } from '@wayproof/database/testing/other-processes'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { expect, test } from 'vitest'
import {
  countOf,
  type SurveyWorld,
  surveyBeside,
  surveyWorld,
  travelerFile,
  travelerRow,
  travelerRows,
} from '../testing/survey-world.ts'
import { importTravelers } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'

const bring = (world: SurveyWorld, rows: readonly TravelerRow[], dryRun = false) =>
  importTravelers(world.ports, travelerFile(rows, dryRun))

test('memory holds a few pieces of a file, regardless of its length', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const world = await surveyWorld()
  const pieces: WeakRef<readonly TravelerRow[]>[] = []
  let held = 0
  async function* table() {
    for (let from = 0; from < 30_000; from += 1_000) {
      const rows = Array.from({ length: 1_000 }, (_, i) => travelerRow(from + i + 1))
      pieces.push(new WeakRef(rows))
      yield { kind: 'rows', rows } as const
      collect()
      held = Math.max(held, pieces.filter((piece) => piece.deref() !== undefined).length)
    }
    yield { kind: 'end', digest: 'd' } as const
  }
  const taken = await importTravelers(world.ports, { table: table(), fileName: 'a.csv', by: 'officer', dryRun: false })
  expect(taken).toMatchObject({ ok: true, value: { added: 30_000 } })
  expect(held).toBeLessThan(5)
})

test('others can write during a long import, and the event loop stays free', async () => {
  const world = await surveyWorld()
  const importing = bring(world, travelerRows(20_000))
  let writes = 0
  let done = false
  void importing.then(() => {
    done = true
  })
  while (!done) {
    await new Promise(setImmediate)
    await world.database.write(async () => {})
    writes += 1
  }
  expect(await importing).toMatchObject({ ok: true, value: { added: 20_000 } })
  expect(writes).toBeGreaterThan(20)
})

test.each([
  ['half', 0],
  ['all', 0],
  ['all', 60],
])('a process killed when it had read %s of the file, and %i ms later, leaves all or nothing', async (said, pause) => {
  const world = await surveyWorld()
  const temporary = mkdtempSync(join(tmpdir(), 'wayproof-staging-'))
  const script = fileURLToPath(new URL('testing/importing-process.ts', import.meta.url))
  const options = ['20000', ...(said === 'half' ? ['holds'] : [])]
  const child = spawn(process.execPath, ['--import', 'tsx', script, placeOf(world.database), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SQLITE_TMPDIR: temporary },
  })
  let printed = ''
  child.stdout.on('data', (data: Buffer) => {
    printed += data.toString()
    if (printed.includes(said)) setTimeout(() => child.kill('SIGKILL'), pause)
  })
  // `close` comes after all output; `exit` may come earlier.
  await once(child, 'close')
  expect(printed).toContain(said)
  // The next start.
  const again = await surveyBeside(world)
  await untilOthersEnded(world.database)
  const kept = await countOf(again, 'traveler')
  expect([0, 20_000]).toContain(kept)
  expect(await countOf(again, 'import_file')).toBe(kept === 0 ? 0 : 1)
  if (said === 'half') expect(kept).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
  // The server keeps the rows of an aborted transaction until a vacuum; no reader sees them.
  if (kept === 0 && again.database.engine === 'postgresql') await again.database.wipeDeadRows(['traveler'])
  if (kept === 0) expect((await storedBytes(world.database)).includes('C-4242')).toBe(false)
  if (again.database.engine === 'sqlite') {
    expect(await again.database.query.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
  }
  expect(await bring(again, travelerRows(20_000))).toMatchObject({ value: { added: 20_000 - kept, unchanged: kept } })
})
