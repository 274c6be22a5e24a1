import { on } from 'node:events'
import { readColumns, readPieces, readVeris } from '@wayproof/evidence'
import type { ReadTask, TableMessage } from './table-message.ts'

// A process of its own, with little memory and time: whatever a file does to its reader, the server goes on.
// It gets how to read as its first message and the file on its standard input, and keeps nothing. Each later message
// says that one piece was taken.

/** Pieces told before the first of them was taken. */
const AHEAD = 4

const tell = (message: TableMessage) =>
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
for await (const piece of piecesOf(task)) {
  await tell(piece)
  ahead += 1
  if (ahead >= AHEAD) {
    await messages.next()
    ahead -= 1
  }
}
process.disconnect()
process.exit(0)
