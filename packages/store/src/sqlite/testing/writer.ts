import { setImmediate as nextTurn } from 'node:timers/promises'
import { openDatabase } from '../database.ts'
import { prismaClient } from '../prisma-client.ts'
import { watchLoop } from './loop-delay.ts'
import { timing } from './timing.ts'

// One of several processes on one file: adds 1 to a counter that it has read first, by Prisma and by SQL in turn, until
// the time is over. Prints how often, which errors reached it, and for how long its event loop stood still.
const [file = '', milliseconds = '0'] = process.argv.slice(2)
const database = openDatabase({ file, ...timing })
const prisma = prismaClient(database)

async function addByPrisma(): Promise<void> {
  await prisma.$transaction(async (inside) => {
    const { at } = await inside.jobRun.findFirstOrThrow({ where: { job: 'prisma' } })
    await inside.jobRun.updateMany({ where: { job: 'prisma' }, data: { at: new Date(at.getTime() + 1) } })
  })
}

const addBySql = () =>
  database.write((sql) => {
    const counter = sql<{ at: number }>(`SELECT "at" FROM "job_run" WHERE "job" = 'sql'`).get()
    sql(`UPDATE "job_run" SET "at" = ? WHERE "job" = 'sql'`).run((counter?.at ?? Number.NaN) + 1)
  })

const counted = { prisma: 1, sql: 1 }
// The first round loads Prisma's query compiler and compiles the queries, which is no part of the writing.
await addByPrisma()
await addBySql()
const stop = watchLoop()
const errors: string[] = []
const end = timing.now() + Number(milliseconds)
while (timing.now() < end) {
  // A request comes in by the event loop; a free lock alone would keep this loop in one turn of it.
  await nextTurn()
  try {
    await addByPrisma()
    counted.prisma += 1
    await addBySql()
    counted.sql += 1
  } catch (error) {
    errors.push(String(error))
  }
}
const delay = stop()
await database.close()
process.stdout.write(JSON.stringify({ ...counted, errors: errors.slice(0, 5), ...delay }))
