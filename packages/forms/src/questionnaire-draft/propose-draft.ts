import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { activeTags } from '../languages/read-active-tags.ts'
import { brokenTrends } from '../questionnaire/broken-trends.ts'
import { checkDraft } from './draft-check.ts'
import type { QuestionnaireDraftPorts, SeenDraft } from './ports.ts'
import { textDifferences } from './version-difference.ts'

export type ProposeDraftFault = {
  readonly code:
    | 'draft-unknown'
    | 'draft-changed'
    | 'draft-unchanged'
    | 'draft-proposed'
    | 'questionnaire-invalid'
    | 'appointment-unconfirmed'
}

/** Asks a second officer to publish the draft. It must have no faults and differ from the latest version. */
export async function proposeDraft(
  { drafts, store, languages, clock }: Omit<QuestionnaireDraftPorts, 'ids'>,
  { by, ...seenDraft }: SeenDraft & { readonly by: ActingPerson },
): Promise<Outcome<null, ProposeDraftFault>> {
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  const latest = await store.latestQuestionnaire()
  const draft = latest && (await drafts.openDraft(latest.id))
  if (!latest || draft?.id !== seenDraft.id) return fail('draft-unknown')
  if (draft.revision !== seenDraft.seen) return fail('draft-changed')
  if (draft.proposed) return fail('draft-proposed')
  const { questionnaire } = draft
  if (checkDraft(questionnaire, await activeTags(languages)).faults.length > 0) return fail('questionnaire-invalid')
  const { version } = questionnaire
  const isSame =
    JSON.stringify({ ...latest, version }) === JSON.stringify(questionnaire) &&
    brokenTrends(latest, questionnaire).length === 0 &&
    textDifferences(latest, questionnaire).length === 0
  if (isSame) return fail('draft-unchanged')
  const act = { by: { id: by.id, name: by.name }, at: clock.now(), mailbox: by.mailbox }
  return (await drafts.proposeDraft(seenDraft, act)) ? ok(null) : fail('draft-changed')
}
