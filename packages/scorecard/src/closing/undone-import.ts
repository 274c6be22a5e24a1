import type { Id, Instant } from '@wayproof/kernel'

/** An import behind a seal that was undone after the freeze. */
export interface UndoneImport {
  readonly id: Id
  readonly register: string
  readonly fileName: string
  readonly at: Instant
}
