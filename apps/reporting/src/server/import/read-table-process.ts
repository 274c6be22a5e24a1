import { readTable } from '@wayproof/evidence'
import type { Reading } from './profiles.ts'
import type { TableMessage } from './table-message.ts'

// A process of its own, with little memory and time: whatever a file does to its reader, the server goes on.
// It gets how to read as its first message and the file on its standard input, and keeps nothing.

const ROWS_A_MESSAGE = 2_000

const tell = (message: TableMessage) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })

process.once('message', async ({ fields, profile }: Reading) => {
  const table = await readTable(process.stdin, fields, profile)
  if (!table.ok) await tell({ kind: 'fault', fault: table.fault })
  else {
    const { rows, ...rest } = table.value
    for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
      await tell({ kind: 'rows', rows: rows.slice(from, from + ROWS_A_MESSAGE) })
    }
    await tell({ kind: 'end', table: rest })
  }
  process.disconnect()
  process.exit(0)
})
