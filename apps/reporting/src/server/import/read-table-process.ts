import { on } from 'node:events'
import { readPieces } from '@wayproof/evidence/import/read-pieces'
import { readVeris } from '@wayproof/evidence/import/veris/read-veris'
import { readColumns } from '@wayproof/evidence/mapping/read-columns'
import type { ReadTask, TableMessage } from './table-message.ts'

// A separate process with limited memory and time, so that no file can take down the server.
// Its first message says how to read, its standard input is the file. Each later message says that one piece was
// consumed.

/** Number of pieces sent before the first one is consumed. */
const AHEAD = 4

const send = (message: TableMessage) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })

async function* piecesOf(task: ReadTask): AsyncGenerator<TableMessage> {
  if ('form' in task) return yield* readVeris(process.stdin, task.fields, task.profile)
  if ('profile' in task) return yield* readPieces(process.stdin, task.fields, task.profile)
  const read = await readColumns(process.stdin, task.said)
  yield read.ok ? { kind: 'columns', columns: read.value } : { kind: 'fault', fault: read.fault }
}

const messages = on(process, 'message')
const [task] = (await messages.next()).value as [ReadTask]
let ahead = 0
for await (const message of piecesOf(task)) {
  await send(message)
  ahead += 1
  if (ahead >= AHEAD) {
    await messages.next()
    ahead -= 1
  }
}
process.disconnect()
process.exit(0)
