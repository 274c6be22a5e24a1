import type { Id, LocalText } from '@wayproof/kernel'

export interface MentionedImprovement {
  readonly id: Id
  readonly text: LocalText
}
