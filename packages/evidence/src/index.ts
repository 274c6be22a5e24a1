export { type AttachEvidence, attachEvidence } from './attachments/attach-evidence.ts'
export { EVIDENCE_TYPES, type EvidenceType } from './attachments/evidence-type.ts'
export { evidenceFileName } from './attachments/file-name.ts'
export type {
  Attachment,
  AttachmentPorts,
  AttachmentStore,
  NewAttachment,
  ScanFile,
  StoredEvidence,
} from './attachments/ports.ts'
export { checkRows } from './checks/check-rows.ts'
export type { OffRoster } from './checks/off-roster.ts'
export type { CheckContext, CheckFault, Leave, StoredReferences } from './checks/row-check.ts'
export { closeFlood, reopenFlood } from './conversation/close-flood.ts'
export type { ClosedFlood, FloodStore } from './conversation/flood.ts'
export {
  LONGEST_MESSAGE,
  type MessageFault,
  messageFault,
  messageLength,
} from './conversation/written-message.ts'
export { confirmEmptyMonth, type EmptyMonthFault } from './empty-months/confirm-empty-month.ts'
export {
  CONFIRMED_REGISTERS,
  type ConfirmedRegister,
  type EmptyMonthPorts,
  type EmptyMonthStore,
  type RegisterMonth,
} from './empty-months/ports.ts'
export { withdrawEmptyMonth } from './empty-months/withdraw-empty-month.ts'
export { exportCsv } from './export/export-csv.ts'
export { exportSheet, exportXlsx } from './export/export-xlsx.ts'
export type { Cell, Field, FieldKind, RowOf } from './import/field.ts'
export {
  DAY_FORMATS,
  type DayFormat,
  ENCODINGS,
  type Encoding,
  type ImportProfile,
  plainProfile,
} from './import/profile.ts'
export { MAX_ROWS, readPieces, type TablePiece } from './import/read-pieces.ts'
export { isWorkbook, MAX_BYTES } from './import/read-source.ts'
export { readAllRows, readTable } from './import/read-table.ts'
export { rowReader } from './import/row-reader.ts'
export type { Table, TableRow } from './import/table.ts'
export {
  type BadRows,
  type FileFault,
  type MisspeltColumn,
  type RowFault,
  type RowFaultCode,
  type TableFault,
  withUnread,
} from './import/table-fault.ts'
export { readVeris } from './import/veris/read-veris.ts'
export {
  addFaults,
  type ImportCommand,
  type ImportResult,
  importRegister,
  importTable,
  type TableCommand,
} from './import-register.ts'
export { type ColumnMapping, type MappingFault, profileOf } from './mapping/column-mapping.ts'
export type { FileColumn, FileColumns } from './mapping/file-columns.ts'
export { findEarlier } from './mapping/find-earlier.ts'
export { type MappingProposal, proposeMapping } from './mapping/mapping-proposal.ts'
export type { MappingStore, SavedMapping } from './mapping/ports.ts'
export { readColumns } from './mapping/read-columns.ts'
export { type SaveMapping, saveMapping } from './mapping/save-mapping.ts'
export type { TextForm } from './mapping/text-form.ts'
export {
  type NoticeClock,
  type NoticeRecord,
  type NoticeState,
  type NotifiableIncident,
  noticeClocks,
} from './notices/notice-clock.ts'
export { NOTICE_DUTIES, type NoticeDutyId, type NoticeFact } from './notices/notice-duty.ts'
export {
  type AddPolicyText,
  addPolicyText,
  LONGEST_POLICY,
  type PolicyTextFault,
} from './policy-watch/add-text.ts'
export { checkPage } from './policy-watch/check-page.ts'
export type { ComparePage, Comparison } from './policy-watch/compare-page.ts'
export { listDifference, listPolicyPages, listProofs, type ShownPage } from './policy-watch/list-pages.ts'
export type { PageProof, ProofOutcome, Unread } from './policy-watch/page-proof.ts'
export { type PlanFault, planDailyChecks, planSurfaceCheck } from './policy-watch/plan-checks.ts'
export type { Nearness, PolicyText } from './policy-watch/policy-match.ts'
export type {
  ApprovedText,
  ApprovedVersion,
  ClaimedPage,
  Fetched,
  FetchPage,
  NewPolicyText,
  PolicyTerms,
  PolicyWatchPorts,
  PolicyWatchStore,
} from './policy-watch/ports.ts'
export type { DifferenceLine } from './policy-watch/text-difference.ts'
export type { ManualCheck, PageLook, PageStatus, WatchedPage } from './policy-watch/watched-page.ts'
export type {
  Changes,
  EvidenceStore,
  ImportOrigin,
  ImportPorts,
  IncidentYear,
  PastImport,
  Preview,
  PreviewRow,
  RequestReceipt,
  RosterQuarter,
  UndoCommand,
  UndoFault,
} from './ports.ts'
export { defaultProfile } from './profiles/default-profile.ts'
export { hrExport } from './profiles/hr-export.ts'
export { verisIncidents } from './profiles/veris-incidents.ts'
export { verisJson } from './profiles/veris-json.ts'
export {
  type Descriptions,
  isRegisterId,
  REGISTER_IDS,
  type Register,
  type RegisterId,
  type RegisterRows,
  registers,
  STAFF_REGISTERS,
  type StaffRegister,
} from './register.ts'
export type { Bookings } from './registers/bookings.ts'
export type { Description, Keeper } from './registers/description.ts'
export { countedYear, type Incident } from './registers/incidents/incident.ts'
export type { IncidentNotice } from './registers/incidents/incident-notice.ts'
export type { AuditFinding } from './registers/partners/audit-finding.ts'
export type { AuditRound } from './registers/partners/audit-round.ts'
export type { Partner } from './registers/partners/partner.ts'
export type { PartnerAudit } from './registers/partners/partner-audit.ts'
export type { PolicyCheck } from './registers/policies/policy-check.ts'
export type { PolicyPage } from './registers/policies/policy-page.ts'
export type { PolicySurface } from './registers/policies/policy-surface.ts'
export type { PolicyVersion } from './registers/policies/policy-version.ts'
export type { SecurityAssessment } from './registers/security/security-assessment.ts'
export type { SecurityFinding } from './registers/security/security-finding.ts'
export type { ExamAttempt } from './registers/staff/exam-attempt.ts'
export type { StaffLeave } from './registers/staff/staff-leave.ts'
export type { StaffRole } from './registers/staff/staff-role.ts'
export type { TrainingCompletion } from './registers/staff/training-completion.ts'
export type { TrainingSession } from './registers/staff/training-session.ts'
export { type CheckIdentity, checkIdentity } from './rights/check-identity.ts'
export { type CloseCase, closeCase } from './rights/close-case.ts'
export { type CorrectCase, correctCase } from './rights/correct-case.ts'
export { type ExtendTerm, extendTerm } from './rights/extend-term.ts'
export { type ExtensionFault, extensionOf } from './rights/extension.ts'
export { CODE_LETTERS, CODE_TRIES, CODE_VALID_MS, mailedCode } from './rights/mailed-code.ts'
export { type OpenCase, openCase } from './rights/open-case.ts'
export type {
  CaseChange,
  CaseFacts,
  FurtherMessage,
  ListedCase,
  NewMailedCode,
  NewRightsCase,
  OfficerMessage,
  RightsPorts,
  RightsStore,
  SealedConversation,
  SealedMessage,
} from './rights/ports.ts'
export { type RecordCase, recordCase } from './rights/record-case.ts'
export {
  CASE_CHANNELS,
  type CaseChannel,
  type CaseKind,
  type ChosenRightsOutcome,
  HAND_CHANNELS,
  type MessagePurpose,
  type OfficerPurpose,
  outcomesOf,
  RIGHTS_KINDS,
  RIGHTS_OUTCOMES,
  type RightsAuthor,
  type RightsCase,
  type RightsKind,
  type RightsOutcome,
  type RightsStatus,
  type RightsUrgency,
  UNCONFIRMED_DAYS,
  urgencyOf,
} from './rights/rights-case.ts'
export { complaintAnswerDay, dueDay, RIGHTS_REGIMES, type RightsRegime } from './rights/rights-clock.ts'
export type { CaseMessage } from './rights/seal-message.ts'
export { type SendAnswer, sendAnswer } from './rights/send-answer.ts'
export { sendCode } from './rights/send-code.ts'
export {
  type CaseFault,
  listCases,
  type OfficersCase,
  type ShownCase,
  showCase,
  showOwnCase,
} from './rights/show-case.ts'
export { type WriteMessage, writeMessage } from './rights/write-message.ts'
export { cellText } from './rows/cell-text.ts'
export { type CorrectRows, type CorrectRowsFault, correctRows, MOST_CORRECTED } from './rows/correct-rows.ts'
export { readFilterCells } from './rows/filter-cells.ts'
export type {
  Cells,
  RegisterView,
  RemovedRow,
  RowChange,
  RowOrigin,
  RowPage,
  RowPorts,
  RowQuery,
  RowStore,
  RowWrite,
  StoredRow,
  UnitCount,
  WriteStamp,
} from './rows/ports.ts'
export { readCellOf, type Texts } from './rows/read-cells.ts'
export { referencesTo } from './rows/references.ts'
export type { RowState } from './rows/row-state.ts'
export type { CellChange, CellFault, WriteFault } from './rows/write-fault.ts'
export { type WriteRow, writeRow } from './rows/write-row.ts'
export { undoImport } from './undo-import.ts'
export { closeReport } from './whistle-blowing/close-report.ts'
export type {
  ListedReport,
  NewWhistleReport,
  SealedReport,
  SealedReportMessage,
  WhistlePorts,
  WhistleStore,
} from './whistle-blowing/ports.ts'
export { recordConcern, recordStep } from './whistle-blowing/record-step.ts'
export { listReports, type ShownReport, showOwnReport, showReport } from './whistle-blowing/show-report.ts'
export { type TakeReport, takeReport } from './whistle-blowing/take-report.ts'
export {
  acknowledgementDue,
  feedbackDue,
  HANDLER_PURPOSES,
  type HandlerPurpose,
  LONGEST_CONTACT,
  nextTask,
  REPORT_OUTCOMES,
  REPORTERS,
  type ReportAuthor,
  type Reporter,
  type ReportOutcome,
  type ReportPurpose,
  type ReportStatus,
  WHISTLE_TERMS,
  type WhistleReport,
} from './whistle-blowing/whistle-report.ts'
export { writeToHandler } from './whistle-blowing/write-to-handler.ts'
export { writeToReporter } from './whistle-blowing/write-to-reporter.ts'
