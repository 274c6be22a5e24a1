import { type Person, ROLE_OF } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { decideRuleChange } from '@wayproof/scorecard/rule-changes/decide-rule-change'
import { listRules } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RuleChangePorts } from '@wayproof/scorecard/rule-changes/ports'
import { type ProposedChange, proposeRuleChange } from '@wayproof/scorecard/rule-changes/propose-rule-change'
import { goalOfChange, type RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import { withdrawRuleChange } from '@wayproof/scorecard/rule-changes/withdraw-rule-change'
import type { ApprovalAct, Decide, DecidingContext } from '../approvals/approval-act.ts'
import { asOutcome } from '../approvals/as-outcome.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import { nameless } from '../scorecard/excluded-for-role.ts'
import { owningPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { ruleChangePorts } from '../trpc/ports.ts'

interface Proposal {
  readonly what: ProposedChange
  readonly reason: string
  readonly document: string | null
}

/** Proposes a change of the rules and asks for a second person. Returns its id. Faults of `proposeRuleChange`. */
export async function askRuleChange(ctx: Services, actor: Person, proposal: Proposal): Promise<Outcome<Id>> {
  const ports = ruleChangePorts(ctx)
  const { changes } = ports
  const by = await owningPerson(ctx, actor)
  const { what } = proposal
  const inForce = what.kind === 'setting' ? (await listRules(ports, { by })).settings : []
  const value = inForce.find(({ id }) => what.kind === 'setting' && id === what.setting)?.value ?? null
  const propose: typeof changes.propose = async (change, mailbox) => {
    const { id, reason } = change
    const details = { ownedBy: ROLE_OF[OWNERS[goalOfChange(change)]] }
    const approval = {
      id,
      kind: 'rule-change',
      subject: id,
      reason,
      details,
      differences: differencesOf(change, value),
    } as const
    return (await askApproval(ctx, actor, approval, async () => asOutcome(await changes.propose(change, mailbox)))).ok
  }
  const proposed = await proposeRuleChange({ ...ports, changes: { ...changes, propose } }, { ...proposal, by })
  return proposed.ok ? ok(proposed.value.id) : proposed
}

/** A row is named by its goal alone, because it may be a person. */
function differencesOf({ what, document }: RuleChange, value: number | null) {
  const changed =
    what.kind === 'setting'
      ? { field: what.setting, before: asText(value), after: asText(what.value) }
      : { field: what.kind, before: null, after: nameless('executive', what).label ?? what.goal }
  const from = { field: 'applies-from', before: null, after: what.appliesFrom }
  return document === null ? [changed, from] : [changed, from, { field: 'document', before: null, after: document }]
}

const asText = (value: number | null) => (value === null ? null : String(value))

function decidingPorts(ctx: DecidingContext, decide: Decide): RuleChangePorts {
  const ports = ruleChangePorts(ctx)
  const { changes } = ports
  const decideChange: typeof changes.decide = async (id, decision) =>
    (await decide(async () => asOutcome(await changes.decide(id, decision)))).ok
  return { ...ports, changes: { ...changes, decide: decideChange } }
}

const decided =
  (confirm: boolean): ApprovalAct['approve'] =>
  async (ctx, { id }, decide) => {
    const by = await owningPerson(ctx, ctx.user)
    const outcome = await decideRuleChange(decidingPorts(ctx, decide), { change: id, confirm, by })
    return outcome.ok ? ok(null) : outcome
  }

export const ruleChangeAct: ApprovalAct = {
  approve: decided(true),
  decline: decided(false),
  withdraw: async (ctx, { id }, decide) =>
    withdrawRuleChange(decidingPorts(ctx, decide), { change: id, by: await owningPerson(ctx, ctx.user) }),
}
