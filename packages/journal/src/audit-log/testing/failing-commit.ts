import type { StoreDatabase } from '@wayproof/database/store-database'

/** The database, with the process ending at the end of each transaction, just before its commit. */
export function failingCommit<Database extends StoreDatabase>(database: Database): Database {
  return new Proxy(database, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      const call = member.bind(target) as (...parameters: readonly unknown[]) => unknown
      if (name !== 'transaction' && name !== 'write') return call
      return (work: (transaction: unknown) => Promise<unknown>) =>
        call(async (transaction: unknown) => {
          await work(transaction)
          throw new Error('ended before the commit')
        })
    },
  })
}
