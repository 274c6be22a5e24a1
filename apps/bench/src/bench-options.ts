/** How much a benchmark does. */
export interface BenchOptions {
  /** An empty folder of its own. */
  readonly data: string
  readonly runs: number
  readonly milliseconds: number
  readonly clients: number
  /** Letters or rows of a run; answers at most. */
  readonly size: number
  /** Letters carry a DKIM signature (RSA, 2048 bits). */
  readonly signed: boolean
}
