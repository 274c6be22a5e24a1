import { createHash } from 'node:crypto'
import SQLite from 'better-sqlite3'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Forgery {
  readonly number: number
  readonly part: 'figures' | 'definitions'
  readonly from: string
  readonly to: string
  /** Whether to recompute only the head of the edited seal, or also those of all later seals. */
  readonly heads: 'its-own' | 'all'
}

/** Acts as an administrator who knows how seals are computed: edits one and makes everything consistent again. */
export function rechain(file: string, { number, part, from, to, heads }: Forgery): void {
  const connection = new SQLite(file)
  const rows = connection.prepare('SELECT * FROM seal ORDER BY number').all() as (Record<string, string> & {
    number: number
  })[]
  let head = ''
  for (const row of rows) {
    if (row.number === number) {
      row[part] = row[part]!.replaceAll(from, to)
      const statement = JSON.parse(row.statement!)
      statement.digests[part] = sha256(row[part])
      row.statement = JSON.stringify(statement)
    }
    if (row.number === number || (heads === 'all' && row.number > number)) {
      row.head = sha256(`${head}\n${row.statement}`)
      connection
        .prepare(`UPDATE seal SET ${part} = @part, statement = @statement, head = @head WHERE number = @number`)
        .run({ part: row[part], statement: row.statement, head: row.head, number: row.number })
    }
    head = row.head!
  }
  connection.close()
}
