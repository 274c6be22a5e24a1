/** What pages read of a request; hono's `c.req` is one. */
export interface PageRequest {
  readonly method: string
  /** The header of a name in lower case. */
  header(name: string): string | undefined
  query(name: string): string | undefined
}
