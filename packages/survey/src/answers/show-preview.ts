import { dateAt, fail, type Outcome, ok } from '@wayproof/kernel'
import { type Preview, readPreviewToken } from '../links/preview-link.ts'
import type { SurveyPorts } from '../ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

export interface ShownPreview extends Preview {
  readonly questionnaire: Questionnaire
}

type PreviewFault = { readonly code: 'link-unknown' | 'link-expired' }

/**
 * Returns the questionnaire a wave would ask now, for the link in an officer's test letter; valid up to the date in the
 * link.
 */
export async function showPreview(
  { store, keyring, clock, timeZone }: Pick<SurveyPorts, 'store' | 'keyring' | 'clock' | 'timeZone'>,
  { token }: { readonly token: string },
): Promise<Outcome<ShownPreview, PreviewFault>> {
  const preview = readPreviewToken(keyring, token)
  if (preview === null) return fail('link-unknown')
  if (preview.closesOn < dateAt(clock.now(), timeZone)) return fail('link-expired')
  const questionnaire = await store.latestQuestionnaire()
  return questionnaire === null ? fail('link-unknown') : ok({ ...preview, questionnaire })
}
