import type { Keyring } from '@wayproof/kernel/keyring'
import { linkToken, PRESELECTION, preselectionCode, previewToken, unsubscribeToken } from '@wayproof/survey'
import type { Links } from '../rendering/letter-template.tsx'
import type { LetterOf } from './letter.ts'
import { OPTION_LINKS } from './letter-content.ts'

export type SurveyLetterKind = 'survey-invitation' | 'survey-reminder' | 'survey-last-reminder'

/** Replaces the token in a previewed letter. */
const NOWHERE = 'test'

/** The links of a letter that invites `address` to a survey. The one of an option selects it in the form. */
export function surveyLinks(
  { locale, data }: LetterOf<SurveyLetterKind>,
  address: string,
  keyring: Keyring,
  surveyUrl: string,
): Links {
  const { invitationId, generation, question, test } = data
  const token = test ? previewToken(keyring, data) : linkToken(keyring, { invitationId, generation, locale })
  const survey = `${surveyUrl}/${test ? 'preview' : 's'}/${token}`
  const options = (question?.options ?? []).map(({ code }, index) => {
    const choice = { item: question?.item ?? '', value: code }
    return [OPTION_LINKS[index], `${survey}?${PRESELECTION}=${preselectionCode(keyring, token, choice)}`]
  })
  return {
    survey,
    unsubscribe: `${surveyUrl}/u/${test ? NOWHERE : unsubscribeToken(keyring, address)}`,
    ...Object.fromEntries(options),
  }
}
