import { DatabaseFault } from '../database-fault.ts'

/** Returns a function that throws an error again; a server's fault then names the database as `host:port/database`. */
export function withName(name: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof DatabaseFault) || error.detail !== '') throw error
    throw new DatabaseFault(error.code, `${name}: ${error.message}`, { cause: error.cause, detail: name })
  }
}
