import type { SharedWrite } from '@wayproof/database/shared-writes'
import type { TakeDue } from './due-letters.ts'

/** How an engine claims letters and marks them. */
export interface LetterWork {
  readonly takeDue: TakeDue
  readonly shared: SharedWrite
}
