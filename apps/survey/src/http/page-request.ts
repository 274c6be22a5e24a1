/** The parts of a request that pages read; hono's `c.req` has them. */
export interface PageRequest {
  readonly method: string
  /** The header of a name in lower case. */
  header(name: string): string | undefined
  query(name: string): string | undefined
}
