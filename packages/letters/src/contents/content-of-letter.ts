import { nearestLocale } from '@wayproof/kernel/people/locale'
import type { SpokenLanguage } from '@wayproof/messages/added/spoken-language'
import { travelerSentences } from '@wayproof/messages/traveler-sentences'
import { deadlineContent } from '../deadlines/deadline-content.ts'
import { goalChangesContent } from '../goal-changes/goal-changes-content.ts'
import type { Letter } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { officerQuestionContent } from '../questions/officer-question-content.ts'
import { approvalContent } from './approval-content.ts'
import { closingReminderContent } from './closing-reminder-content.ts'
import { editionNoticeContent } from './edition-notice-content.ts'
import { executiveSummaryContent } from './executive-summary-content.ts'
import { mailServerTestContent } from './mail-server-test-content.ts'
import { openingQuestionContent } from './opening-question-content.ts'
import { passwordResetContent } from './password-reset-content.ts'
import { readerAddedContent } from './reader-added-content.ts'
import { reportArrivedContent } from './report-arrived-content.ts'
import { restatementContent } from './restatement-content.ts'
import { rightsArrivedContent } from './rights-arrived-content.ts'
import { rightsCodeContent, rightsMessageContent } from './rights-content.ts'
import { surveyContent } from './survey-content.ts'
import { unlinkingCertificateContent } from './unlinking-certificate-content.ts'
import { userInvitationContent } from './user-invitation-content.ts'
import { wavePausedContent } from './wave-paused-content.ts'

/** `addedLanguage` is that of a letter to a traveler. */
export function contentOfLetter(
  letter: Letter,
  organisation: Organisation,
  addedLanguage?: SpokenLanguage | undefined,
): LetterContent {
  switch (letter.kind) {
    case 'survey-invitation':
    case 'survey-reminder':
    case 'survey-last-reminder':
      return surveyContent(
        letter,
        organisation,
        addedLanguage?.sentences ?? travelerSentences(nearestLocale(letter.locale)),
      )
    case 'executive-summary':
      return executiveSummaryContent(letter, organisation)
    case 'edition-notice':
      return editionNoticeContent(letter, organisation)
    case 'restatement':
      return restatementContent(letter, organisation)
    case 'closing-reminder':
      return closingReminderContent(letter, organisation)
    case 'wave-paused':
      return wavePausedContent(letter, organisation)
    case 'unlinking-certificate':
      return unlinkingCertificateContent(letter, organisation)
    case 'rights-code':
      return rightsCodeContent(letter, organisation)
    case 'rights-message':
      return rightsMessageContent(letter, organisation)
    case 'deadlines':
      return deadlineContent(letter, organisation)
    case 'goals-changed':
      return goalChangesContent(letter, organisation)
    case 'rights-arrived':
      return rightsArrivedContent(letter, organisation)
    case 'report-arrived':
      return reportArrivedContent(letter, organisation)
    case 'opening-question':
      return openingQuestionContent(letter, organisation)
    case 'officer-question':
      return officerQuestionContent(letter, organisation)
    case 'approval-asked':
    case 'approval-decided':
      return approvalContent(letter, organisation)
    case 'reader-added':
      return readerAddedContent(letter, organisation)
    case 'mail-server-test':
      return mailServerTestContent(letter, organisation)
    case 'user-invitation':
      return userInvitationContent(letter, organisation)
    case 'password-reset':
      return passwordResetContent(letter, organisation)
  }
}
