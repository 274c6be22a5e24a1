import { executiveSummaryContent } from './executive-summary-content.ts'
import type { Letter } from './letter.ts'
import type { LetterContent } from './letter-content.ts'
import type { Organisation } from './organisation.ts'
import { rightsAnswerContent, rightsCodeContent } from './rights-content.ts'
import { surveyContent } from './survey-content.ts'
import { unlinkingCertificateContent } from './unlinking-certificate-content.ts'
import { userInvitationContent } from './user-invitation-content.ts'

export function contentOfLetter(letter: Letter, organisation: Organisation): LetterContent {
  switch (letter.kind) {
    case 'survey-invitation':
    case 'survey-reminder':
      return surveyContent(letter, organisation)
    case 'executive-summary':
      return executiveSummaryContent(letter, organisation)
    case 'unlinking-certificate':
      return unlinkingCertificateContent(letter, organisation)
    case 'rights-code':
      return rightsCodeContent(letter, organisation)
    case 'rights-answer':
      return rightsAnswerContent(letter, organisation)
    case 'user-invitation':
      return userInvitationContent(letter, organisation)
  }
}
