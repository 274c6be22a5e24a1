import type { ImprovementChoices } from '@wayproof/survey/improvements/improvement'
import type { ActionStore, ClosingStore } from '../../closing/ports.ts'
import type { RuleChangeStore } from '../../rule-changes/ports.ts'
import type { SampleStore } from '../../sample/ports.ts'

/** The empty storage under test. */
export interface ContractStores {
  readonly closing: ClosingStore
  readonly actions: ActionStore
  readonly improvements: ImprovementChoices
  readonly changes: RuleChangeStore
  readonly samples: SampleStore
}

/** Opens an empty storage. */
export type OpenContractStores = () => Promise<ContractStores>
