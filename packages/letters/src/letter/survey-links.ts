import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { SurveyLetterData, SurveyLetterKind } from '@wayproof/survey/letters/survey-letter'
import { draftPreviewToken } from '@wayproof/survey/links/draft-preview-link'
import { languageQuery, linkToken } from '@wayproof/survey/links/invitation-link'
import { PRESELECTED, PRESELECTION, preselectionCode } from '@wayproof/survey/links/preselection'
import { previewToken } from '@wayproof/survey/links/preview-link'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import type { Links } from '../rendering/letter-template.tsx'
import type { LetterOf } from './letter.ts'
import { OPTION_LINKS } from './letter-content.ts'

/** Replaces the token in a previewed letter. */
const NOWHERE = 'test'

/** The links of a letter that invites `address` to a survey. The one of an option selects it in the form. */
export function surveyLinks(
  { locale, data }: LetterOf<SurveyLetterKind>,
  address: string,
  keyring: Keyring,
  surveyUrl: string,
): Links {
  const { invitationId, generation, question, test, draft } = data
  const language = draft ? `?lang=${locale}` : languageQuery(locale)
  const token = test ? testToken(data, keyring) : linkToken(keyring, { invitationId, generation, locale })
  const survey = `${surveyUrl}/${test ? 'preview' : 's'}/${token}${language}`
  const next = language ? '&' : '?'
  const options = (question?.codes ?? []).map((value, index) => {
    const choice = { item: question?.item ?? '', value }
    return [
      OPTION_LINKS[index],
      `${survey}${next}${PRESELECTION}=${preselectionCode(keyring, token, choice)}#${PRESELECTED}`,
    ]
  })
  return {
    survey,
    unsubscribe: `${surveyUrl}/u/${test ? NOWHERE : unsubscribeToken(keyring, address)}${languageQuery(locale)}`,
    ...Object.fromEntries(options),
  }
}

/** The token of a test letter: of the version that a wave would ask, or of a draft. */
function testToken({ draft, ...data }: SurveyLetterData, keyring: Keyring): string {
  return draft
    ? draftPreviewToken(keyring, { ...data, draftId: draft.id, until: draft.until })
    : previewToken(keyring, data)
}
