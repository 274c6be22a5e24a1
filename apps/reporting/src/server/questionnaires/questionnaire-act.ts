import type { Person } from '@wayproof/accounts/accounts/person'
import { proposeDraft } from '@wayproof/forms/questionnaire-draft/propose-draft'
import { publishDraft } from '@wayproof/forms/questionnaire-draft/publish-draft'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { asOutcome } from '../approvals/as-outcome.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'

export const draftPorts = ({ store, clock, ids }: Services) => ({
  ...{ drafts: store.questionnaireDrafts, store: store.survey, languages: store.languages, clock, ids },
})

/** The id of the one approval of a draft at a revision. */
export const draftApproval = ({ id, revision }: { readonly id: string; readonly revision: number }): string =>
  `${id}-${revision}`

interface Proposed {
  readonly id: string
  readonly seen: number
}

/** Asks a second officer to publish a draft. Faults of `proposeDraft`. */
export async function askPublication(ctx: Services, actor: Person, { id, seen }: Proposed): Promise<Outcome<null>> {
  const ports = draftPorts(ctx)
  const { drafts, store } = ports
  const latest = await store.latestQuestionnaire()
  const draft = latest && (await drafts.openDraft(latest.id))
  const differences = [
    {
      field: 'version',
      before: latest ? String(latest.version) : null,
      after: draft ? String(draft.questionnaire.version) : null,
    },
  ]
  const approval = {
    id: draftApproval({ id, revision: seen }),
    kind: 'questionnaire',
    subject: id,
    details: { seen },
  } as const
  const propose: typeof drafts.proposeDraft = async (seenDraft, act) =>
    (
      await askApproval(ctx, actor, { ...approval, differences }, async () =>
        asOutcome(await drafts.proposeDraft(seenDraft, act)),
      )
    ).ok
  const by = await actingPerson(ctx, actor)
  return proposeDraft({ ...ports, drafts: { ...drafts, proposeDraft: propose } }, { id, seen, by })
}

export const questionnaireAct: ApprovalAct = {
  approve: async (ctx, { subject, details }, decide) => {
    const ports = draftPorts(ctx)
    const { drafts } = ports
    const { seen } = details as { readonly seen: number }
    const publish: typeof drafts.publishDraft = async (draft, questionnaire, act) =>
      (await decide(async () => asOutcome(await drafts.publishDraft(draft, questionnaire, act)))).ok
    const by = await actingPerson(ctx, ctx.user)
    const publishing = { ...ports, drafts: { ...drafts, publishDraft: publish } }
    const outcome = await publishDraft(publishing, { id: subject, seen, by })
    return outcome.ok ? ok(null) : outcome
  },
}
