import type { Id } from '@wayproof/kernel'

export interface Auditor {
  readonly id: Id
  readonly name: string
}
