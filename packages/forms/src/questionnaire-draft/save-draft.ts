import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { QuestionnaireDraftPorts, SeenDraft } from './ports.ts'
import type { QuestionnaireDraft } from './questionnaire-draft.ts'
import { nextVersion } from './start-draft.ts'

export type SaveDraftFault =
  | { readonly code: 'draft-unknown' }
  /** Another officer, or another window, saved first. Nothing is saved; `draft` is the wording there now. */
  | { readonly code: 'draft-changed'; readonly draft: QuestionnaireDraft }

/** Saves a draft as the officer typed it, with or without faults, and ends a proposal. Without a change, nothing is saved. */
export async function saveDraft(
  { drafts, clock }: Pick<QuestionnaireDraftPorts, 'drafts' | 'clock'>,
  {
    questionnaire,
    by,
    ...seenDraft
  }: SeenDraft & { readonly questionnaire: Questionnaire; readonly by: Pick<ActingPerson, 'id' | 'name'> },
): Promise<Outcome<QuestionnaireDraft, SaveDraftFault>> {
  const { id } = questionnaire
  const open = await drafts.openDraft(id)
  if (open?.id !== seenDraft.id) return fail('draft-unknown')
  const act = { by: { id: by.id, name: by.name }, at: clock.now() }
  const numbered = { ...questionnaire, version: nextVersion(await drafts.versions(id)) }
  const isSame = JSON.stringify(open.questionnaire) === JSON.stringify(numbered)
  if (isSame && open.revision === seenDraft.seen) return ok(open)
  if (await drafts.saveDraft(seenDraft, numbered, act))
    return ok({ ...open, questionnaire: numbered, revision: seenDraft.seen + 1, saved: act, proposed: null })
  const draft = await drafts.openDraft(id)
  return draft ? { ok: false, fault: { code: 'draft-changed', draft } } : fail('draft-unknown')
}
