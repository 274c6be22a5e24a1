import type { Person } from '@wayproof/accounts/accounts/person'
import type { Approval } from '@wayproof/accounts/approvals/approval'
import type { ApprovalWrite } from '@wayproof/accounts/approvals/approval-store'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'

export type DecidingContext = Services & { readonly user: Person }

/** Writes the decision, together with what `write` does. */
export type Decide = (write?: ApprovalWrite) => Promise<Outcome<null>>

type Step = (ctx: DecidingContext, approval: Approval, decide: Decide) => Promise<Outcome<null>>

/** The fate of the record that waits. Without a step of its own, a decision is only recorded. */
export interface ApprovalAct {
  readonly approve: Step
  readonly decline?: Step
  readonly withdraw?: Step
}
