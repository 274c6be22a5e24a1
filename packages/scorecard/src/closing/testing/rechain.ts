import { createHash } from 'node:crypto'
import type { Seal } from '@wayproof/database/generated/client'
import type { StoreDatabase } from '@wayproof/database/store-database'

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
export async function rechain(database: StoreDatabase, forgery: Forgery): Promise<void> {
  const { number, part, heads } = forgery
  const { seal } = await database.records()
  let head = ''
  for (const row of await seal.findMany({ orderBy: { number: 'asc' } })) {
    const { statement, [part]: text } = row.number === number ? edited(row, forgery) : row
    const isRecomputed = row.number === number || (heads === 'all' && row.number > number)
    if (isRecomputed) {
      head = sha256(`${head}\n${statement}`)
      await seal.update({ where: { number: row.number }, data: { [part]: text, statement, head } })
    } else head = row.head
  }
}

function edited(row: Seal, { part, from, to }: Forgery): Seal {
  const text = row[part].replaceAll(from, to)
  const statement = JSON.parse(row.statement)
  statement.digests[part] = sha256(text)
  return { ...row, [part]: text, statement: JSON.stringify(statement) }
}
