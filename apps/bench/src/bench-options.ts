import type { BenchDatabases } from './fixtures/bench-databases.ts'

export interface BenchOptions {
  readonly databases: BenchDatabases
  /** An empty folder for this benchmark alone. */
  readonly data: string
  readonly runs: number
  readonly milliseconds: number
  readonly clients: number
  /** Survey processes over one database. */
  readonly processes: number
  /** Number of letters or rows; for answers, the maximum. */
  readonly size: number
  /** Sign the letters with DKIM (RSA, 2048 bits). */
  readonly isSigned: boolean
}
