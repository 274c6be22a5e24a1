import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { TableRow } from '@wayproof/evidence/import/table'
import { takeStaged, withStaging } from '@wayproof/evidence/imports/evidence-staging'
import { stagedRecords, targetOf } from '@wayproof/evidence/imports/staged-record'
import type { RegisterId, RegisterRows } from '@wayproof/evidence/register'
import type { FactSource } from '../ports.ts'
import type { Rules } from '../rules.ts'
import { factSource } from './fact-source.ts'
import type { FactDeps } from './training-facts.ts'

/** Rows of a file that have no fault. */
export interface CheckedRows<Register extends RegisterId> {
  readonly register: Register
  readonly rows: readonly TableRow<RegisterRows[Register]>[]
}

/** `count` reads facts under the rules as they would be with the rows; nothing stays changed. */
export type CountAsImported = <Register extends RegisterId, T>(
  rules: Rules,
  table: CheckedRows<Register>,
  count: (facts: FactSource) => Promise<T>,
) => Promise<T>

/** Carries the result of `count` out of a transaction that is to leave nothing behind. */
class Undone<T> extends Error {
  readonly counted: T

  constructor(counted: T) {
    super('the transaction ends here, without its changes')
    this.counted = counted
  }
}

/**
 * Takes checked rows over, lets `count` read facts as they would then be, and undoes everything: the register, its history
 * and its revision stay as they were. Writers wait until then, as for the import itself.
 */
export async function countAsImported<Register extends RegisterId, T>(
  database: StoreDatabase,
  deps: FactDeps,
  { register, rows }: CheckedRows<Register>,
  count: (facts: FactSource) => Promise<T>,
): Promise<T> {
  const target = targetOf(register)
  try {
    return await withStaging(database, target, stagedRecords(register, rows), async (query, staging): Promise<T> => {
      await takeStaged(query, staging, target, { id: '', fileName: '', digest: '', at: 0, by: '' })
      throw new Undone(await count(factsWithin(query, deps)))
    })
  } catch (error) {
    if (error instanceof Undone) return error.counted as T
    throw error
  }
}

/** Counts in a transaction, one statement at a time and without a cache. */
function factsWithin(query: Query, deps: FactDeps): FactSource {
  const inTurn = oneAtATime(query)
  return factSource({ query: inTurn, readSnapshot: (work) => work(inTurn) }, deps, (_, count) => count())
}

/** A transaction has one connection, which answers one statement at a time. */
function oneAtATime(query: ReadQuery): ReadQuery {
  let last: Promise<unknown> = Promise.resolve()
  const next = <T>(read: () => Promise<T>): Promise<T> => {
    const answer = last.then(read)
    last = answer.catch(() => {})
    return answer
  }
  return {
    all: (statement, values) => next(() => query.all(statement, values)),
    get: (statement, values) => next(() => query.get(statement, values)),
  }
}
