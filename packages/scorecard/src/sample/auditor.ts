import type { Id } from '@wayproof/kernel/id'

export interface Auditor {
  readonly id: Id
  readonly name: string
}
