import { setImmediate as nextTurn } from 'node:timers/promises'
import { prismaClient } from '../prisma/prisma-client.ts'
import type { ReadQuery } from '../query/query.ts'
import { openSqlite } from '../sqlite/sqlite-database.ts'
import { timing } from './timing.ts'

// One of several processes on one file: increments a counter that it has read first, alternately through Prisma and
// SQL. Prints the errors it got, and how often it slept because another process had locked the file.
const [file = '', rounds = '0', writers = '1'] = process.argv.slice(2)
let waits = 0
const sleep = (ms: number) => {
  waits += 1
  return timing.sleep(ms)
}
const database = openSqlite({ file, sleep, now: timing.now })
const { client: prisma } = prismaClient(database)

async function addByPrisma(): Promise<void> {
  await prisma.$transaction(async (inside) => {
    const { at } = await inside.jobRun.findFirstOrThrow({ where: { job: 'prisma' } })
    await inside.jobRun.updateMany({ where: { job: 'prisma' }, data: { at: new Date(at.getTime() + 1) } })
  })
}

const COUNTER = `SELECT "at" FROM "job_run" WHERE "job" = 'sql'`

const counted = async ({ get }: ReadQuery): Promise<number> => (await get<{ at: number }>(COUNTER))?.at ?? Number.NaN

const addBySql = () =>
  database.write(async (query) => {
    const at = (await counted(query)) + 1
    await query.run(`UPDATE "job_run" SET "at" = @at WHERE "job" = 'sql'`, { at })
  })

await addByPrisma()
await addBySql()
// Waits for all processes: a late one would have the file to itself.
for (let tries = 0; (await counted(database.query)) < Number(writers) && tries < 4000; tries += 1) await timing.sleep(5)
const errors: string[] = []
for (let round = 1; round < Number(rounds); round += 1) {
  // A request arrives through the event loop; with a free lock this loop would stay in one turn of it.
  await nextTurn()
  try {
    await addByPrisma()
    await addBySql()
  } catch (error) {
    errors.push(String(error))
  }
}
await database.close()
process.stdout.write(JSON.stringify({ errors: errors.slice(0, 5), waits }))
