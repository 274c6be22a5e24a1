export type { Account } from './accounts/account.ts'
export type { AccountStore, OwnSession } from './accounts/account-store.ts'
export { API_SCOPES, type ApiKey, type ApiKeyStore, type ApiScope } from './accounts/api-key-store.ts'
export { hashPassword, isOutdated, matchesPassword, type PasswordCost } from './accounts/password-hash.ts'
export type { PeopleStore } from './accounts/people-store.ts'
export {
  type Acceptance,
  DESK_ROLES,
  type NewUserInvitation,
  ownerOf,
  type Person,
  READER_ROLES,
  ROLE_OF,
  USER_ROLES,
  type UserInvitation,
  type UserRole,
} from './accounts/person.ts'
export { type AnonymityAttack, attackAnonymity } from './anonymity/attack-anonymity.ts'
export { APPOINTED_ROLES, type Appointment, type AppointmentStore } from './appointments/appointment.ts'
export type { ApprovalDecision, ApprovalStore, ApprovalWrite } from './approvals/approval-store.ts'
export { actingAs, actingAsNobody } from './audit-log/acting-user.ts'
export { destroyBy } from './backup/backup-header.ts'
export { makeBackupKeys, readPublicKey, readSecretKey } from './backup/backup-key.ts'
export type { BackupState } from './backup/backup-store.ts'
export { journalFile } from './backup/journal.ts'
export { makeBackup } from './backup/make-backup.ts'
export { listBackups, newestBackup } from './backup/newest-backup.ts'
export { noteBackup } from './backup/note-backup.ts'
export { restoreBackup } from './backup/restore-backup.ts'
export type { BrandStore } from './brand/brand-store.ts'
export { type BrandedOrganisation, brandedOrganisation } from './brand/branded-organisation.ts'
export { letterSender } from './brand/letter-sender.ts'
export { type LogoPicture, readLogo } from './brand/read-logo.ts'
export { openForVerifying, type VerifyStore } from './closing/evidence/open-for-verifying-on-sqlite.ts'
export type { PublishedReport, ReportStore } from './closing/report-store.ts'
export type { Damage } from './damage/damage-mark.ts'
export type { IntegrityState, IntegrityStore } from './damage/integrity-store.ts'
export { DatabaseFault, type DatabaseFaultCode, isDiskFull } from './engine/database-fault.ts'
export { factSource } from './facts/fact-source.ts'
export type { FactDeps } from './facts/training-facts.ts'
export { isInside } from './files/is-inside.ts'
export { closeFiles, folderOfOthers, keepFilesPrivate } from './files/private-files.ts'
export type { Health, HealthWarning } from './health/health.ts'
export type { HealthStore } from './health/health-store.ts'
export {
  assertWrittenByThisVersion,
  inspectDatabase,
  readVersion,
  type StoredVersion,
} from './health/inspect-database.ts'
export type { WaitingLetters } from './health/queue-by-cause.ts'
export type { ReadinessFault } from './health/readiness.ts'
export { evidenceStore } from './imports/evidence-store.ts'
export type { Improvement, ImprovementStore } from './improvements/improvement-store.ts'
export { checkKey } from './installation/check-key.ts'
export { type DatabasePlace, databasePlace, isDatabaseUrl, nameOfPlace } from './installation/database-place.ts'
export { isFilled } from './installation/is-filled.ts'
export { type KeyFile, openKeyFile, readKeyFile } from './installation/key-file.ts'
export { type MoveFault, moveDatabase } from './move/move-database.ts'
export { openStore, type Store, type StoreOptions } from './open-store.ts'
export type { Organisation } from './organisation/organisation.ts'
export type { OrganisationStore } from './organisation/organisation-store.ts'
export type { FixedStart, ProgrammeStartStore, StartChange } from './organisation/programme-start.ts'
export { PERSONAL_FIELDS, type PersonalField } from './personal-data/personal-fields.ts'
export type { ProviderIdentity } from './provider-accounts/provider-account.ts'
export {
  IMPORTED_REGISTERS,
  type ImportEntry,
  type ImportedRegister,
  type RegisterOverview,
  type RegisterOverviewStore,
} from './registers/register-overview-store.ts'
export { copyForRehearsal, forgetOpenAnswers } from './rehearsal/copy-for-rehearsal.ts'
export type { DeletionProof } from './retention/deletion-proof.ts'
export { proofReaders } from './retention/proof-readers.ts'
export { RETENTION_DAYS } from './retention/retention-days.ts'
export type { DeletedNow, RetentionStore } from './retention/retention-store.ts'
export { type RotationFault, readKeyState, rotateKey } from './rotation/rotate-key.ts'
export { isSampleLoaded, type SamplePhase, type SampleState } from './sample-data/sample-data.ts'
export type { SampleDataStore } from './sample-data/sample-data-store.ts'
export { attackServer, verifyServer } from './server-commands.ts'
export type { CallLimit, CallLimitStore } from './sign-in/call-limit-store.ts'
export type { OfficerRecovery, PasswordResetStore } from './sign-in/password-reset.ts'
export type { SecondFactorReset } from './sign-in/second-factor.ts'
export { type StorePlace, storePlace, storeSettings } from './store-settings.ts'
export { type SurveyStoreDeps, surveyStore } from './survey-store.ts'
export type { BegunTrial, TrialFault } from './trial/begin-trial.ts'
export type { TrialRows, TrialStore } from './trial/trial-store.ts'
export type { TryCountStore } from './tries/try-count-store.ts'
export { REPORT_INTERVAL_MS, type SurveyInstances } from './wave-keys/survey-instances.ts'
export { type WaveKeys, waveKeyFolder } from './wave-keys/wave-key-folder.ts'
