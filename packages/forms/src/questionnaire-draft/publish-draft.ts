import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { activeTags } from '../languages/read-active-tags.ts'
import type { PublishedQuestionnaire } from '../questionnaire/questionnaire.ts'
import { checkDraft } from './draft-check.ts'
import type { QuestionnaireDraftPorts, SeenDraft } from './ports.ts'
import { nextVersion } from './start-draft.ts'

export type PublishDraftFault = {
  readonly code:
    | 'draft-unknown'
    | 'draft-changed'
    | 'not-proposed'
    | 'own-proposal'
    | 'questionnaire-invalid'
    | 'appointment-unconfirmed'
}

/**
 * Publishes a proposed draft as the next version, for waves that open from now on. The proposer may not, not even with
 * another account of the same mailbox.
 */
export async function publishDraft(
  { drafts, store, languages, clock }: Omit<QuestionnaireDraftPorts, 'ids'>,
  { by, ...seenDraft }: SeenDraft & { readonly by: ActingPerson },
): Promise<Outcome<PublishedQuestionnaire, PublishDraftFault>> {
  const latest = await store.latestQuestionnaire()
  const draft = latest && (await drafts.openDraft(latest.id))
  if (!latest || draft?.id !== seenDraft.id) return fail('draft-unknown')
  if (draft.revision !== seenDraft.seen) return fail('draft-changed')
  if (!draft.proposed) return fail('not-proposed')
  const fault = secondPersonFault(by, await drafts.draftProposers(draft.id))
  if (fault) return fail(fault === 'same-person' ? 'own-proposal' : fault)
  const version = nextVersion(await drafts.versions(latest.id))
  const questionnaire = { ...draft.questionnaire, version }
  if (checkDraft(questionnaire, await activeTags(languages)).faults.length > 0) return fail('questionnaire-invalid')
  const act = { by: { id: by.id, name: by.name }, at: clock.now() }
  if (!(await drafts.publishDraft(seenDraft, questionnaire, act))) return fail('draft-changed')
  return ok({ id: questionnaire.id, version, publishedAt: act.at })
}
