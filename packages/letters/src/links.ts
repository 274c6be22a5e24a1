import type { Keyring } from '@wayproof/kernel/keyring'
import { linkToken, previewToken, unsubscribeToken } from '@wayproof/survey'
import type { Letter } from './letter.ts'
import type { Links } from './letter-template.tsx'
import { userInvitationToken } from './user-invitation-link.ts'

/** Public addresses of the two apps, without a slash at the end. */
export interface Urls {
  readonly survey: string
  readonly reporting: string
}

/** What a letter that is only looked at has in place of a token. */
const NOWHERE = 'test'

/** The links of a letter to `address`, derived when it is sent and never stored. */
export function linksOf(letter: Letter, address: string, keyring: Keyring, urls: Urls): Links {
  switch (letter.kind) {
    case 'survey-invitation':
    case 'survey-reminder':
    case 'survey-last-reminder': {
      const { invitationId, generation, test } = letter.data
      return {
        survey: test
          ? `${urls.survey}/preview/${previewToken(keyring, letter.data)}`
          : `${urls.survey}/s/${linkToken(keyring, { invitationId, generation, locale: letter.locale })}`,
        unsubscribe: `${urls.survey}/u/${test ? NOWHERE : unsubscribeToken(keyring, address)}`,
      }
    }
    case 'executive-summary':
      return { reporting: `${urls.reporting}/scorecard?period=${letter.data.summary.scorecard.period}` }
    case 'unlinking-certificate':
      return { reporting: `${urls.reporting}/waves?period=${letter.data.anonymity.period}` }
    case 'officer-question':
      return { reporting: `${urls.reporting}/questions` }
    case 'restatement':
      return { reporting: `${urls.reporting}/scorecard?period=${letter.data.period}` }
    case 'closing-reminder':
      return { reporting: `${urls.reporting}/closing?period=${letter.data.period}` }
    case 'rights-code':
    case 'rights-message':
      return { rightsCase: `${urls.survey}/rights/case` }
    case 'rights-arrived':
      return { reporting: `${urls.reporting}/requests` }
    case 'report-arrived':
      return { reporting: `${urls.reporting}/whistle-blowing` }
    case 'wave-paused':
      return { reporting: `${urls.reporting}/waves?period=${letter.data.period}` }
    case 'opening-question':
      return { reporting: `${urls.reporting}/waves` }
    case 'mail-server-test':
      return { reporting: `${urls.reporting}/settings` }
    case 'user-invitation':
      return {
        userInvitation: `${urls.reporting}/invitation/${userInvitationToken(keyring, letter.data.userInvitationId)}`,
      }
  }
}
