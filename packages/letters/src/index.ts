export {
  passwordResetToken,
  readPasswordResetToken,
  readUserInvitationToken,
  userInvitationToken,
} from './account-link.ts'
export { FIRST_WAIT_MS, serverBackOff } from './back-off.ts'
export { bounceAddress, takesToken } from './bounce-address.ts'
export { type DeliveryPorts, type DeliveryReport, deliverLetters, LEASE_MS } from './deliver-letters.ts'
export { type DkimKey, type DkimSigner, dkimSigner, isDkimKey } from './dkim/dkim-signer.ts'
export { type DomainLimit, domainLimit } from './domain-limit.ts'
export {
  type ArchivedLetter,
  approveEdition,
  type BouncingUser,
  type DecideEdition,
  type EditionDelivery,
  type EditionPorts,
  type EditionReader,
  type EditionStore,
  type IssuedEdition,
  type IssuedLetter,
  listComingEditions,
  type NewEdition,
  type PreviewEdition,
  type PreviewedEdition,
  previewEdition,
  type ReviewedEdition,
  releaseEdition,
  reviewEditions,
  type SentEdition,
  type SentNow,
  sendNow,
} from './editions/index.ts'
export type {
  Letter,
  LetterData,
  LetterKind,
  LetterOf,
  SurveyLetterData,
  ToldRequest,
  UnlinkingCertificate,
} from './letter.ts'
export type { Block, GoalRow, LetterContent } from './letter-content.ts'
export type { Links, RenderedLetter } from './letter-template.tsx'
export { linksOf, sealCheckLink, type Urls } from './links.ts'
export { type MailNoticePorts, mailNotice } from './mail-notice.ts'
export { type MailReport, NotAMessage } from './mail-report.ts'
export { type MailTestLetter, mailTestLetter, TEST_KINDS } from './mail-test-letter.ts'
export { messageId } from './message-id.ts'
export type { Organisation } from './organisation.ts'
export type {
  ClaimChoices,
  ClaimedLetter,
  LetterStanding,
  LetterState,
  Outbox,
  PostedLetter,
  Recipient,
  UnreadableLetter,
} from './outbox.ts'
export { outboxFolderTransport } from './outbox-folder-transport.ts'
export type { PdfContent } from './pdf/pdf-content.ts'
export type { ReportPrint } from './pdf/report-pdf.ts'
export { type ReportChoices, sealedReportContent } from './pdf/sealed-report-content.ts'
export { sealedReportPdf } from './pdf/sealed-report-pdf.ts'
export {
  type Asked,
  type GivenAnswer,
  type OfficerQuestion,
  QUESTION_ANSWERS,
  QUESTION_KINDS,
  type QuestionAnswer,
  type QuestionData,
  type QuestionKind,
  type QuestionStore,
  REPEATED_WORK,
  type RepeatedWork,
  settles,
  subjectOf,
} from './questions/index.ts'
export { type RateWindow, rateWindow } from './rate-window.ts'
export { type RemindOwners, type RemindOwnersPorts, remindOwners } from './remind-owners.ts'
export { type LetterRenderer, letterRenderer, type RenderContext, renderLetter } from './render-letter.ts'
export { parseSendingHours, type SendingHours, withinHours } from './sending-hours.ts'
export { shapeSvg } from './shape-svg.ts'
export { type SmtpChoices, smtpTransport } from './smtp-transport.ts'
export { type MailReportPorts, type TakenReport, takeMailReport } from './take-mail-report.ts'
export {
  type MailServerTest,
  type MailTestStore,
  occasionKey,
  testBeforeOpening,
  testMailServer,
} from './test-mail-server.ts'
export type { SmtpResult, Transport } from './transport.ts'
