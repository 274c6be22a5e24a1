import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { jobRunTable } from '../testing/job-run-table.ts'
import { openTemporary } from '../testing/open-temporary.ts'
import { runScript } from '../testing/run-script.ts'
import { temporaryFile } from '../testing/temporary-file.ts'

interface Report {
  readonly errors: readonly string[]
  readonly waits: number
}

const WRITERS = 3
const ROUNDS = 80

const writer = (file: string) => runScript<Report>('writer.ts', file, String(ROUNDS), String(WRITERS))

// In memory where the system has such a folder: the processes then wait for each other, not for a shared disk.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

test('three processes write one file at once: no error, no lost count, and a waiting process sleeps', async () => {
  const file = temporaryFile(place)
  const database = openTemporary(file)
  await database.write(async ({ run }) => {
    await run(jobRunTable)
    await run(`INSERT INTO "job_run" ("job", "period", "at") VALUES ('prisma', '', 0), ('sql', '', 0)`)
  })

  const reports = await Promise.all(Array.from({ length: WRITERS }, () => writer(file)))

  expect(reports.flatMap((report) => report.errors)).toEqual([])
  const [byPrisma, bySql] = await database.query.all<{ at: string | number }>(
    'SELECT "at" FROM "job_run" ORDER BY "job"',
  )
  expect(bySql?.at).toBe(WRITERS * ROUNDS)
  expect(new Date(byPrisma?.at ?? '').getTime()).toBe(WRITERS * ROUNDS)
  // With a longer busy timeout SQLite itself would wait and block the event loop.
  expect(reports.reduce((total, { waits }) => total + waits, 0)).toBeGreaterThan(0)
})
