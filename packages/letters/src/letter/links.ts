import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { SurveyLetterData, SurveyLetterKind } from '@wayproof/survey/letters/survey-letter'
import { draftPreviewToken } from '@wayproof/survey/links/draft-preview-link'
import { languageQuery, linkToken } from '@wayproof/survey/links/invitation-link'
import { PRESELECTED, PRESELECTION, preselectionCode } from '@wayproof/survey/links/preselection'
import { previewToken } from '@wayproof/survey/links/preview-link'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { changedGoal } from '../goal-changes/goal-change-item.ts'
import type { Links } from '../rendering/letter-template.tsx'
import { passwordResetToken, userInvitationToken } from './account-link.ts'
import type { Letter, LetterOf } from './letter.ts'
import { OPTION_LINKS } from './letter-content.ts'

/** Public addresses of the two apps, without a slash at the end. */
export interface Urls {
  readonly survey: string
  readonly reporting: string
}

/** Link to the decisions that the summary of a half-year asks for. */
export const summaryLink = (reportingUrl: string, period: PeriodKey): string =>
  `${reportingUrl}/${PAGES['executive-summary']}?period=${period}${DECISIONS}`

/** Link to the public page that checks a printed code. */
export const sealCheckLink = (reportingUrl: string, code: string): string => `${reportingUrl}/check-seal?code=${code}`

/** The links of a letter to `address`, derived when it is sent and never stored. */
export function linksOf(letter: Letter, address: string, keyring: Keyring, urls: Urls): Links {
  switch (letter.kind) {
    case 'survey-invitation':
    case 'survey-reminder':
    case 'survey-last-reminder':
      return surveyLinks(letter, address, keyring, urls.survey)
    case 'rights-code':
    case 'rights-message':
      return { rightsCase: `${urls.survey}/rights/case` }
    case 'user-invitation':
      return {
        userInvitation: `${urls.reporting}/invitation/${userInvitationToken(keyring, letter.data.userInvitationId)}`,
      }
    case 'password-reset':
      return { passwordReset: `${urls.reporting}/reset/${passwordResetToken(keyring, letter.data.resetId)}` }
    default: {
      const period = halfYearOf(letter)
      const anchor = letter.kind === 'executive-summary' ? DECISIONS : ''
      const reporting = `${urls.reporting}/${pageOf(letter)}${period === null ? '' : `?period=${period}`}${anchor}`
      const code = letter.kind === 'executive-summary' ? letter.data.edition?.code : undefined
      if (letter.kind === 'deadlines') return { reporting, dashboard: urls.reporting }
      return { reporting, ...(code === undefined ? {} : { sealCheck: sealCheckLink(urls.reporting, code) }) }
    }
  }
}

type Linking = Exclude<
  LetterKind,
  SurveyLetterKind | 'rights-code' | 'rights-message' | 'user-invitation' | 'password-reset'
>

/** The place on the home where executives decide. */
const DECISIONS = '#decisions'

/** The page of the dashboard that a letter opens; empty for the home. */
const PAGES: Readonly<Record<Linking, string>> = {
  'executive-summary': '',
  'edition-notice': 'scorecard',
  restatement: 'scorecard',
  'closing-reminder': 'closing',
  'wave-paused': 'waves/letters',
  'unlinking-certificate': 'waves/results',
  'opening-question': 'waves',
  'officer-question': 'questions',
  deadlines: 'deadlines',
  'goals-changed': 'scorecard',
  'rights-arrived': 'requests',
  'report-arrived': 'whistle-blowing',
  'approval-asked': 'approvals',
  'approval-decided': 'approvals',
  'reader-added': 'people',
  'mail-server-test': 'settings',
}

function pageOf(letter: Extract<Letter, { kind: Linking }>): string {
  // Officers decide on the page of summaries; owners of gaps have no such page.
  if (letter.kind === 'edition-notice' && letter.data.reader === 'privacy-officer') return 'summaries'
  if (letter.kind === 'reader-added' && letter.data.own) return ''
  const goal = letter.kind === 'goals-changed' ? changedGoal(letter.data.items) : null
  return goal === null ? PAGES[letter.kind] : `goal/${goal}`
}

/** The half-year of a letter; its link selects it in the menu. */
function halfYearOf(letter: Extract<Letter, { kind: Linking }>): PeriodKey | null {
  switch (letter.kind) {
    case 'executive-summary':
      return letter.data.summary.scorecard.period
    case 'unlinking-certificate':
      return letter.data.anonymity.period
    case 'officer-question':
      return 'period' in letter.data.asked.data ? letter.data.asked.data.period : null
    case 'mail-server-test':
      return letter.data.opening?.period ?? null
    case 'goals-changed':
      return letter.data.items[0]?.period ?? null
    case 'deadlines':
    case 'rights-arrived':
    case 'report-arrived':
    case 'approval-asked':
    case 'approval-decided':
    case 'reader-added':
      return null
    default:
      return letter.data.period
  }
}

/** Replaces the token in a previewed letter. */
const NOWHERE = 'test'

/** The links of a letter that invites `address` to a survey. The one of an option selects it in the form. */
function surveyLinks(
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
