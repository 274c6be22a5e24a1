import { canBeShown } from '@wayproof/forms/questionnaire/can-be-shown'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { readDraftPreviewToken } from '../links/draft-preview-link.ts'
import { type Preview, readPreviewToken } from '../links/preview-link.ts'
import type { SurveyPorts } from '../ports.ts'

export interface ShownPreview extends Preview {
  readonly questionnaire: Questionnaire
}

type PreviewFault = { readonly code: 'link-unknown' | 'link-expired' | 'draft-not-shown' }

/**
 * Returns the questionnaire a wave would ask now, or a draft as it is now, for the link in an officer's test letter; valid
 * up to the date in the link, and that of a draft until the draft is published or discarded.
 */
export async function showPreview(
  { store, keyring, clock, timeZone }: Pick<SurveyPorts, 'store' | 'keyring' | 'clock' | 'timeZone'>,
  { token }: { readonly token: string },
): Promise<Outcome<ShownPreview, PreviewFault>> {
  const today = dateAt(clock.now(), timeZone)
  const draftPreview = readDraftPreviewToken(keyring, token)
  if (draftPreview) {
    const { draftId, until, ...terms } = draftPreview
    const draft = until < today ? null : await store.draftWording(draftId)
    if (draft === null) return fail('link-expired')
    return canBeShown(draft) ? ok({ ...terms, questionnaire: draft }) : fail('draft-not-shown')
  }
  const preview = readPreviewToken(keyring, token)
  if (preview === null) return fail('link-unknown')
  if (preview.closesOn < today) return fail('link-expired')
  const questionnaire = await store.latestQuestionnaire()
  return questionnaire === null ? fail('link-unknown') : ok({ ...preview, questionnaire })
}
