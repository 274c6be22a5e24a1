import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { jobRunTable } from './testing/job-run-table.ts'
import { openTemporary } from './testing/open-temporary.ts'
import { runScript } from './testing/run-script.ts'
import { temporaryFile } from './testing/temporary-file.ts'

interface Report {
  prisma: number
  sql: number
  errors: string[]
  blockedMs: number
}

const writer = (file: string) => runScript<Report>('writer.ts', file, '10000')

// Where the system has a folder in memory: what is measured is waiting for each other, not for a disk others use too.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

test('three processes write one file for 10 s: no error, no lost count, no event loop blocked for 100 ms', async () => {
  const file = temporaryFile(place)
  const database = openTemporary(file)
  await database.write((sql) => {
    sql(jobRunTable).run()
    sql('INSERT INTO "job_run" ("job", "period", "at") VALUES (?, ?, ?), (?, ?, ?)').run('prisma', '', 0, 'sql', '', 0)
  })

  const reports = await Promise.all([writer(file), writer(file), writer(file)])

  const sum = (of: 'prisma' | 'sql') => reports.reduce((total, report) => total + report[of], 0)
  expect(reports.flatMap((report) => report.errors)).toEqual([])
  const read = database.read<{ at: string | number }>('SELECT "at" FROM "job_run" WHERE "job" = ?')
  expect(read.get('sql')?.at).toBe(sum('sql'))
  expect(new Date(read.get('prisma')?.at ?? '').getTime()).toBe(sum('prisma'))
  for (const report of reports) {
    expect(report.prisma).toBeGreaterThan(10)
    expect(report.blockedMs).toBeLessThan(100)
  }
}, 60_000)
