import { on } from 'node:events'
import { readPieces } from '@wayproof/evidence'
import type { Reading } from './profiles.ts'
import type { TableMessage } from './table-message.ts'

// A process of its own, with little memory and time: whatever a file does to its reader, the server goes on.
// It gets how to read as its first message and the file on its standard input, and keeps nothing. Each later message
// says that one piece was taken.

/** Pieces told before the first of them was taken. */
const AHEAD = 4

const tell = (message: TableMessage) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })

const messages = on(process, 'message')
const [{ fields, profile }] = (await messages.next()).value as [Reading]
let ahead = 0
for await (const piece of readPieces(process.stdin, fields, profile)) {
  await tell(piece)
  ahead += 1
  if (ahead >= AHEAD) {
    await messages.next()
    ahead -= 1
  }
}
process.disconnect()
process.exit(0)
