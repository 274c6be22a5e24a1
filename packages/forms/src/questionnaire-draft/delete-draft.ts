import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { QuestionnaireDraftPorts, SeenDraft } from './ports.ts'

/** Deletes a draft with everything typed since it was started. */
export async function deleteDraft(
  { drafts, clock }: Pick<QuestionnaireDraftPorts, 'drafts' | 'clock'>,
  seenDraft: SeenDraft,
): Promise<Outcome<null, { readonly code: 'draft-changed' }>> {
  return (await drafts.discardDraft(seenDraft, clock.now())) ? ok(null) : fail('draft-changed')
}
