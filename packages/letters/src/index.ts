export { bounceAddress, fitsToken } from './bounces/bounce-address.ts'
export { type MailReport, NotAMessage } from './bounces/mail-report.ts'
export { type MailReportPorts, type MailReportResult, processMailReport } from './bounces/process-mail-report.ts'
export type { AlertStore, DeadlineLetter } from './deadlines/alert-store.ts'
export { mailDeadlines } from './deadlines/mail-deadlines.ts'
export { beginsWithin, LEASE_MS, type LetterSender } from './delivery/attempt-letter.ts'
export { FIRST_WAIT_MS } from './delivery/back-off.ts'
export { type DeliverQuestionsPorts, deliverQuestions } from './delivery/deliver-questions.ts'
export type { HoldReport } from './delivery/delivery-holds.ts'
export type { DeliveryResult, LetterOutcomes } from './delivery/delivery-result.ts'
export { type DispatchPorts, dispatchLetters } from './delivery/dispatch-letters.ts'
export { type DomainLimit, domainLimit } from './delivery/domain-limit.ts'
export { type RateWindow, rateWindow, type SharedPlaces, type Taken } from './delivery/rate-window.ts'
export { parseSendingHours, type SendingHours, withinHours } from './delivery/sending-hours.ts'
export { type DkimKey, type DkimSigner, dkimSigner, isDkimKey, isShortDkimKey } from './dkim/dkim-signer.ts'
export {
  type ArchivedLetter,
  approveEdition,
  type BouncingUser,
  type DecideEdition,
  type EditionDelivery,
  type EditionPorts,
  type EditionReader,
  type EditionStore,
  editionGaps,
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
export type { GoalWatchStore } from './goal-changes/goal-watch-store.ts'
export { mailGoalChanges } from './goal-changes/mail-goal-changes.ts'
export {
  passwordResetToken,
  readPasswordResetToken,
  readUserInvitationToken,
  userInvitationToken,
} from './letter/account-link.ts'
export type {
  Letter,
  LetterData,
  LetterKind,
  LetterOf,
  RequestSummary,
  SurveyLetterData,
  UnlinkingCertificate,
} from './letter/letter.ts'
export type { Block, GoalRow, LetterContent } from './letter/letter-content.ts'
export { linksOf, sealCheckLink, type Urls } from './letter/links.ts'
export { messageId } from './letter/message-id.ts'
export type { Organisation } from './letter/organisation.ts'
export { certifyUnlinking } from './outbox/certify-unlinking.ts'
export { type MailNoticePorts, mailNotice } from './outbox/mail-notice.ts'
export { type MailTestLetter, mailTestLetter, TEST_KINDS } from './outbox/mail-test-letter.ts'
export type {
  ClaimChoices,
  ClaimedLetter,
  LetterEligibility,
  LetterState,
  Outbox,
  PostedLetter,
  Recipient,
  UnreadableLetter,
} from './outbox/outbox.ts'
export { type RemindOwners, type RemindOwnersPorts, remindOwners } from './outbox/remind-owners.ts'
export {
  type MailServerTest,
  type MailTestStore,
  occasionKey,
  testBeforeOpening,
  testMailServer,
} from './outbox/test-mail-server.ts'
export { minutesPdf } from './pdf/minutes-pdf.ts'
export type { ChartedContent, Drawing, PdfBlock, PdfContent, PdfGoalRow } from './pdf/pdf-content.ts'
export type { ReportPrint } from './pdf/report-pdf.ts'
export { type ReportChoices, type SealedReportContent, sealedReportContent } from './pdf/sealed-report-content.ts'
export { publicReport, sealedReportPdf } from './pdf/sealed-report-pdf.ts'
export { wholeSvg } from './pdf/svg-text.ts'
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
export type { Links, RenderedLetter } from './rendering/letter-template.tsx'
export { type LetterRenderer, letterRenderer, type RenderContext, renderLetter } from './rendering/render-letter.ts'
export { shapeSvg } from './rendering/shape-svg.ts'
export { outboxFolderTransport } from './smtp/outbox-folder-transport.ts'
export { type SmtpChoices, smtpTransport } from './smtp/smtp-transport.ts'
export type { SmtpResult, Transport } from './smtp/transport.ts'
