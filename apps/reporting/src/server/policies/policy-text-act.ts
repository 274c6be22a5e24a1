import type { Person } from '@wayproof/accounts/accounts/person'
import { addPolicyText } from '@wayproof/evidence/policy-watch/add-text'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import type { Services } from '../trpc/context.ts'
import { policyPorts } from '../trpc/ports.ts'

interface PolicyText {
  readonly version: string
  readonly language: string
  readonly text: string
}

/** Checks the text like `addPolicyText`, and asks another officer to approve it. */
export async function askPolicyText(ctx: Services, actor: Person, given: PolicyText): Promise<Outcome<null>> {
  const ports = await policyPorts(ctx)
  const { policies } = ports
  if (!(await policies.versions()).some(({ version }) => version === given.version)) return fail('version-unknown')
  const ask: typeof policies.addText = async () => 'added'
  const checked = await addPolicyText(
    { ...ports, policies: { ...policies, addText: ask } },
    { ...given, by: actor.name },
  )
  if (!checked.ok) return checked
  const { version, language, text } = given
  const differences = [
    { field: 'version', before: null, after: version },
    { field: 'language', before: null, after: language },
    { field: 'text', before: await policies.text(version, language), after: text },
  ]
  const approval = {
    kind: 'policy-text',
    subject: `${version} ${language}`,
    differences,
    details: { version, language },
  } as const
  const asked = await askApproval(ctx, actor, approval)
  return asked.ok ? ok(null) : asked
}

export const policyTextAct: ApprovalAct = {
  approve: async ({ store, clock }, { details, differences, proposedBy }, decide) => {
    const text = differences.find(({ field }) => field === 'text')?.after ?? ''
    const given = { ...(details as Omit<PolicyText, 'text'>), text }
    return decide(async () => {
      const added = await store.policies.addText({ ...given, by: proposedBy.name, at: clock.now() })
      return added === 'added' ? ok(null) : fail(added)
    })
  },
}
