import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { jobRunTable } from './testing/job-run-table.ts'
import { openTemporary } from './testing/open-temporary.ts'
import { temporaryFile } from './testing/temporary-file.ts'

interface Report {
  prisma: number
  sql: number
  errors: string[]
  longestDelayMs: number
}

const script = fileURLToPath(new URL('./testing/writer.ts', import.meta.url))

async function writer(file: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, file, '10000'])
  return JSON.parse(stdout)
}

test('three processes write one file for 10 s: no error, no lost count, no event loop blocked for 100 ms', async () => {
  const file = temporaryFile()
  const database = openTemporary(file)
  await database.write((sql) => {
    sql(jobRunTable).run()
    sql('INSERT INTO "JobRun" ("job", "period", "at") VALUES (?, ?, ?), (?, ?, ?)').run('prisma', '', 0, 'sql', '', 0)
  })

  const reports = await Promise.all([writer(file), writer(file), writer(file)])

  const sum = (of: 'prisma' | 'sql') => reports.reduce((total, report) => total + report[of], 0)
  expect(reports.flatMap((report) => report.errors)).toEqual([])
  const read = database.read<{ at: string | number }>('SELECT "at" FROM "JobRun" WHERE "job" = ?')
  expect(read.get('sql')?.at).toBe(sum('sql'))
  expect(new Date(read.get('prisma')?.at ?? '').getTime()).toBe(sum('prisma'))
  for (const report of reports) {
    expect(report.prisma).toBeGreaterThan(10)
    expect(report.longestDelayMs).toBeLessThan(100)
  }
}, 60_000)
