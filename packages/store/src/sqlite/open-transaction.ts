/** A write transaction that holds the lock until `commit` or `rollback`; after either, both do nothing. */
export interface OpenTransaction {
  /** False once SQLite or the holder has ended it. */
  readonly active: boolean
  /** Throws DiskFullError when the disk took no more; then nothing was kept. */
  commit(): Promise<void>
  rollback(): void
}
