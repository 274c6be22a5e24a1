import type { Id } from '@wayproof/kernel/id'
import type { LocalText } from '@wayproof/kernel/people/locale'

export interface MentionedImprovement {
  readonly id: Id
  readonly text: LocalText
}
