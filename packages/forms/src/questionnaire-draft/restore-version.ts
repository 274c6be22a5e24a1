import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import type { QuestionnaireDraftPorts, SeenDraft } from './ports.ts'
import type { QuestionnaireDraft } from './questionnaire-draft.ts'
import { nextVersion } from './start-draft.ts'

export type RestoreVersionFault = { readonly code: 'version-unknown' | 'draft-unknown' | 'draft-changed' }

/** Puts the wording of a published version into the open draft, which ends a proposal. The audit log records it. */
export async function restoreVersion(
  { drafts, store, clock }: Pick<QuestionnaireDraftPorts, 'drafts' | 'store' | 'clock'>,
  { from, by, ...seenDraft }: SeenDraft & { readonly from: number; readonly by: Pick<ActingPerson, 'id' | 'name'> },
): Promise<Outcome<QuestionnaireDraft, RestoreVersionFault>> {
  const latest = await store.latestQuestionnaire()
  if (!latest) return fail('draft-unknown')
  const versions = await drafts.versions(latest.id)
  const restored = versions.find(({ version }) => version === from)
  if (!restored) return fail('version-unknown')
  const open = await drafts.openDraft(latest.id)
  if (open?.id !== seenDraft.id) return fail('draft-unknown')
  const questionnaire = { ...restored.questionnaire, version: nextVersion(versions) }
  const act = { by: { id: by.id, name: by.name }, at: clock.now() }
  if (!(await drafts.saveDraft(seenDraft, questionnaire, { ...act, restored: from }))) return fail('draft-changed')
  return ok({ ...open, questionnaire, revision: seenDraft.seen + 1, saved: act, proposed: null })
}
