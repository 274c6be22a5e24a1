import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import type { QuestionnaireDraftPorts } from './ports.ts'
import type { QuestionnaireDraft } from './questionnaire-draft.ts'

export type StartDraftFault = { readonly code: 'version-unknown' | 'draft-open' }

/**
 * Starts the next version with the wording of a published one: the latest, or an older one that is restored. The
 * published version stays as it is.
 */
export async function startDraft(
  { drafts, store, clock, ids }: Omit<QuestionnaireDraftPorts, 'languages'>,
  { from, by }: { readonly from: number | null; readonly by: Pick<ActingPerson, 'id' | 'name'> },
): Promise<Outcome<QuestionnaireDraft, StartDraftFault>> {
  const latest = await store.latestQuestionnaire()
  if (!latest) return fail('version-unknown')
  const versions = await drafts.versions(latest.id)
  const base = versions.find(({ version }) => version === (from ?? latest.version))
  if (!base) return fail('version-unknown')
  const draft: QuestionnaireDraft = {
    id: ids.next(),
    questionnaire: { ...base.questionnaire, version: nextVersion(versions) },
    revision: 1,
    basedOn: base.version,
    saved: { by: { id: by.id, name: by.name }, at: clock.now() },
    proposed: null,
  }
  return (await drafts.startDraft(draft)) ? ok(draft) : fail('draft-open')
}

/** The number after the newest version. */
export const nextVersion = (versions: readonly { readonly version: number }[]): number =>
  Math.max(0, ...versions.map(({ version }) => version)) + 1
