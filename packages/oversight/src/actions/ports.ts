import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Action, ActionOwner, ActionText, AgreedAction, FindingKind } from './action.ts'

/** A finding that is not corrected yet. */
export interface OpenFinding {
  readonly kind: FindingKind
  readonly id: string
  readonly finding: string
}

export interface ActionChange extends ActionText {
  readonly id: Id
  /** Number of changes that the editing user had seen. */
  readonly seen: number
}

export interface ActionListStore {
  /** Actions of all origins, in no order. */
  list(): Promise<readonly Action[]>
  /** Owners for whom at least one user is in office. */
  ownersInOffice(): Promise<readonly ActionOwner[]>
  /** By kind and id. */
  openFindings(): Promise<readonly OpenFinding[]>
  /** Null if there is no such agreed action. */
  agreed(id: Id): Promise<AgreedAction | null>
  /** Adds an action because of a finding. Fault: `finding-unknown`. */
  add(action: AgreedAction): Promise<Outcome<null>>
  /** Faults: `action-unknown`, `already-frozen`, `period-closed`, `changed-meanwhile`. */
  change(change: ActionChange, at: Instant): Promise<Outcome<null>>
}
