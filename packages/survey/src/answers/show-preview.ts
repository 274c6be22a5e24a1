import { dateAt, fail, type Outcome, ok } from '@wayproof/kernel'
import { type Preview, readPreviewToken } from '../links/preview-link.ts'
import type { SurveyPorts } from '../ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

export interface ShownPreview extends Preview {
  readonly questionnaire: Questionnaire
}

type PreviewFault = { readonly code: 'link-unknown' | 'link-expired' }

/** The questionnaire that a wave would ask now, as an officer's test letter leads to it, up to the day that it names. */
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
