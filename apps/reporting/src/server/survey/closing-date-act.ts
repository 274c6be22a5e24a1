import type { Person } from '@wayproof/accounts/accounts/person'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { CloseChange } from '@wayproof/survey/waves/close-change'
import { decideClose } from '@wayproof/survey/waves/decide-close'
import { type ProposeClose, proposeClose } from '@wayproof/survey/waves/propose-close'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { asOutcome } from '../approvals/as-outcome.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'

/** Proposes another closing date of an open wave and asks for a second officer. Faults of `proposeClose`. */
export async function askClosingDate(
  ctx: Services,
  actor: Person,
  { period, closesOn, reason }: Omit<ProposeClose, 'by'>,
): Promise<Outcome<CloseChange>> {
  const ports = surveyPorts(ctx)
  const { store } = ports
  const wave = await store.wave(period)
  const propose: typeof store.proposeClose = async (change, mailbox) => {
    const before = wave && new Date(wave.closesAt - 1).toISOString()
    const differences = [{ field: 'closes-on', before, after: closesOn ?? 'at-once' }]
    const approval = { id: change.id, kind: 'closing-date', subject: period, reason, differences } as const
    const until = wave ? { until: wave.closesAt } : {}
    const write = async () => asOutcome(await store.proposeClose(change, mailbox))
    return (await askApproval(ctx, actor, { ...approval, ...until }, write)).ok
  }
  const by = await actingPerson(ctx, actor)
  return proposeClose({ ...ports, store: { ...store, proposeClose: propose } }, { period, closesOn, reason, by })
}

const decided =
  (approve: boolean): ApprovalAct['approve'] =>
  async (ctx, { id, subject }, decide) => {
    const ports = surveyPorts(ctx)
    const { store } = ports
    const decideChange: typeof store.decideClose = async (change, decision) =>
      (await decide(async () => asOutcome(await store.decideClose(change, decision)))).ok
    const by = await actingPerson(ctx, ctx.user)
    const deciding = { ...ports, store: { ...store, decideClose: decideChange } }
    const outcome = await decideClose(deciding, { period: subject, change: id, approve, by })
    return outcome.ok ? ok(null) : outcome
  }

export const closingDateAct: ApprovalAct = { approve: decided(true), decline: decided(false), withdraw: decided(false) }
