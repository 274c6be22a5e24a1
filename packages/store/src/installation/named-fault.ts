import { DatabaseFault } from '../engine/database-fault.ts'

/** Throws an error again; a fault of a server names the database, as `host:port/database`. */
export function withName(name: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof DatabaseFault) || error.detail !== '') throw error
    throw new DatabaseFault(error.code, `${name}: ${error.message}`, { cause: error.cause, detail: name })
  }
}
