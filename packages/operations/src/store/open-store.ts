import { join } from 'node:path'
import { type AccountStore, accountStore } from '@wayproof/accounts/accounts/account-store'
import { type ApiKeyStore, apiKeyStore } from '@wayproof/accounts/accounts/api-key-store'
import { type PeopleStore, peopleStore } from '@wayproof/accounts/accounts/people-store'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import { appointmentStore } from '@wayproof/accounts/appointments/appointment-store'
import { type BrandStore, brandStore } from '@wayproof/accounts/brand/brand-store'
import { type OrganisationStore, organisationStore } from '@wayproof/accounts/organisation/organisation-store'
import { type ProgrammeStartStore, programmeStartStore } from '@wayproof/accounts/organisation/programme-start'
import { readersOf } from '@wayproof/accounts/outbox/letter-readers'
import { providerAccountStore } from '@wayproof/accounts/provider-accounts/provider-account-store'
import { type CallLimitStore, callLimitStore } from '@wayproof/accounts/sign-in/call-limit-store'
import { passwordResetStore } from '@wayproof/accounts/sign-in/password-reset-store'
import { secondFactorStore } from '@wayproof/accounts/sign-in/second-factor-store'
import { type TryCountStore, tryCountStore } from '@wayproof/accounts/tries/try-count-store'
import { databasePlace } from '@wayproof/database/installation/database-place'
import type { KeyBinding } from '@wayproof/database/installation/key-file'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { AttachmentStore } from '@wayproof/evidence/attachments/ports'
import { emptyMonthStore } from '@wayproof/evidence/empty-months/empty-month-store'
import type { EmptyMonthStore } from '@wayproof/evidence/empty-months/ports'
import { evidenceStore } from '@wayproof/evidence/imports/evidence-store'
import { mappingStore } from '@wayproof/evidence/imports/mapping-store'
import type { MappingStore } from '@wayproof/evidence/mapping/ports'
import { policyWatchStore } from '@wayproof/evidence/policy-watch/policy-watch-store'
import type { PolicyWatchStore } from '@wayproof/evidence/policy-watch/ports'
import type { EvidenceStore } from '@wayproof/evidence/ports'
import { attachmentStore } from '@wayproof/evidence/registers/attachment-store'
import { type RegisterOverviewStore, registerOverviewStore } from '@wayproof/evidence/registers/register-overview-store'
import { rowStore } from '@wayproof/evidence/registers/row-store'
import type { RightsStore } from '@wayproof/evidence/rights/ports'
import { rightsStore } from '@wayproof/evidence/rights/rights-store'
import type { RowStore } from '@wayproof/evidence/rows/ports'
import type { WhistleStore } from '@wayproof/evidence/whistle-blowing/ports'
import { whistleStore } from '@wayproof/evidence/whistle-blowing/whistle-store'
import { fileJournal, journalFile } from '@wayproof/journal/kept-events/journal'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { TrustedClock } from '@wayproof/kernel/clock-guard/trusted-clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { MailReportPorts } from '@wayproof/letters/bounces/process-mail-report'
import type { SharedPlaces } from '@wayproof/letters/delivery/rate-window'
import { editionStore } from '@wayproof/letters/editions/edition-records'
import type { EditionStore } from '@wayproof/letters/editions/edition-store'
import { letterRateStore } from '@wayproof/letters/letter-rate/letter-rate-store'
import type { MailNoticePorts } from '@wayproof/letters/outbox/mail-notice'
import { mailTestStore } from '@wayproof/letters/outbox/mail-test-store'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import type { Outbox } from '@wayproof/letters/outbox/outbox'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import type { MailTestStore } from '@wayproof/letters/outbox/test-mail-server'
import { questionStore } from '@wayproof/letters/questions/question-records'
import type { QuestionStore } from '@wayproof/letters/questions/question-store'
import { trustWhileEmpty } from '@wayproof/letters/questions/start/trust-while-empty'
import { trustedClockStore } from '@wayproof/letters/questions/start/trusted-clock-store'
import { actionStore } from '@wayproof/oversight/actions/action-store'
import { type JobRuns, jobRunStore } from '@wayproof/oversight/jobs/job-runs'
import { type ReportStore, reportStore } from '@wayproof/oversight/public-reports/report-store'
import { closingStore } from '@wayproof/scorecard/closing/closing-store'
import type { ActionStore, ClosingStore } from '@wayproof/scorecard/closing/ports'
import { sampleStore } from '@wayproof/scorecard/closing/sample-store'
import { sealedScorecard } from '@wayproof/scorecard/closing/seals/sealed-scorecard'
import type { VerifyPorts } from '@wayproof/scorecard/closing/seals/verify-seals'
import { cachedCounts } from '@wayproof/scorecard/facts/cached-counts'
import { type CountAsImported, countAsImported } from '@wayproof/scorecard/facts/count-as-imported'
import { factSource } from '@wayproof/scorecard/facts/fact-source'
import type { FactSource } from '@wayproof/scorecard/ports'
import type { RuleChangeStore } from '@wayproof/scorecard/rule-changes/ports'
import type { Rules } from '@wayproof/scorecard/rules'
import { ruleChangeStore } from '@wayproof/scorecard/rules/rule-change-store'
import type { SampleStore } from '@wayproof/scorecard/sample/ports'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { type ImprovementStore, improvementStore } from '@wayproof/survey/improvements/improvement-store'
import type { SurveyStore } from '@wayproof/survey/ports'
import { type TrialStore, trialStore } from '@wayproof/survey/trial/trial-store'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'
import { type WaveKeyStores, waveKeyStores } from '@wayproof/survey/wave-keys/wave-key-stores'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { type BackupStore, backupStore } from '../backup/backup-store.ts'
import { type IntegrityStore, integrityStore } from '../damage/integrity-store.ts'
import { type RetentionStore, retentionStore } from '../retention/retention-store.ts'
import { type ServiceStores, serviceStores } from '../services/service-stores.ts'
import { openDatabase } from './open-database.ts'
import { type OversightStores, oversightStores } from './oversight-stores.ts'
import { surveyStore } from './survey-store.ts'

export interface StoreOptions {
  /** `file:PATH`, relative to the working directory, or `postgresql://…`. */
  readonly databaseUrl: string
  /** Folder of the data; by default that of the database file. */
  readonly dataFolder?: string
  /** The folder of the journal; by default beside the file of the database. */
  readonly backupFolder?: string
  readonly isBackupFolderUnset?: boolean
  /** Folder of the keys of open waves; without it no wave is encrypted. */
  readonly waveKeyFolder?: string
  /** True if the answers of new waves are encrypted. */
  readonly encryptsAnswers?: boolean
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** The key file, which remembers its database; absent if the key is in no file. */
  readonly keyBinding?: KeyBinding
  /** IANA name of the organization's time zone. */
  readonly timeZone: string
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** All data of the apps, behind the ports of the core. */
export interface Store extends LimitStores, OversightStores, ServiceStores, WaveKeyStores {
  readonly organisation: OrganisationStore
  readonly brand: BrandStore
  readonly programmeStart: ProgrammeStartStore
  readonly people: PeopleStore
  readonly accounts: AccountStore
  readonly passwordResets: ReturnType<typeof passwordResetStore>
  readonly providerAccounts: ReturnType<typeof providerAccountStore>
  readonly secondFactors: ReturnType<typeof secondFactorStore>
  readonly appointments: ReturnType<typeof appointmentStore>
  readonly survey: SurveyStore
  readonly evidence: EvidenceStore
  readonly policies: PolicyWatchStore
  readonly rights: RightsStore
  readonly reports: WhistleStore
  readonly registers: RegisterOverviewStore
  readonly rows: RowStore
  readonly mappings: MappingStore
  readonly emptyMonths: EmptyMonthStore
  readonly attachments: AttachmentStore
  readonly improvements: ImprovementStore
  readonly closing: ClosingStore & VerifyPorts['closing']
  readonly actions: ActionStore
  readonly ruleChanges: RuleChangeStore
  readonly samples: SampleStore
  readonly publicReports: ReportStore
  /** The scorecard of a closed half-year as sealed, newest version; null if there is none. */
  sealed(period: PeriodKey): Promise<Scorecard | null>
  /** Facts counted under the rules of a verdict. */
  facts(rules: Rules): FactSource
  readonly countAsImported: CountAsImported
  readonly outbox: Outbox
  readonly editions: EditionStore
  readonly backups: BackupStore
  readonly integrity: IntegrityStore
  readonly markReported: MailReportPorts['markReported']
  /** Users of a role, each with the language of the account. */
  usersOf(role: UserRole): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
  readonly officers: MailNoticePorts['readers']
  /** Ties between answers and people that the database reveals in a wave; null if there is no such wave. */
  anonymity(period: PeriodKey): Promise<WaveAnonymity | null>
  readonly jobRuns: JobRuns
  readonly questions: QuestionStore
  readonly mailTests: MailTestStore
  readonly trustedClock: TrustedClock
  readonly apiKeys: ApiKeyStore
  readonly retention: RetentionStore
  readonly trials: TrialStore
  /** Prisma Client for the sign-in library only, which writes its own records. */
  authRecords(): Promise<AuthRecords>
  /** Damage of the database file, in SQLite's own words. Reads the whole file. */
  integrityFaults(): Promise<readonly string[]>
  /** The time of the database server's clock; null on SQLite. */
  databaseTime(): Promise<Instant | null>
  close(): Promise<void>
}

export type AuthRecords = Awaited<ReturnType<StoreDatabase['records']>>

/** Opens the database, migrates it and binds the stores. Throws DatabaseFault. */
export async function openStore({
  databaseUrl,
  dataFolder,
  backupFolder,
  isBackupFolderUnset: isFolderUnset = true,
  waveKeyFolder: keyFolder,
  encryptsAnswers = false,
  clock,
  sleep,
  ...deps
}: StoreOptions): Promise<Store> {
  const place = databasePlace(databaseUrl)
  const { database, folder, anonymity, integrityFaults, databaseTime } = await openDatabase(place, {
    ...deps,
    clock,
    sleep,
  })
  const trustedClock = trustedClockStore(database, deps)
  try {
    await trustWhileEmpty(trustedClock, clock.now())
  } catch (error) {
    await database.close()
    throw error
  }
  const journalPath = journalFile(backupFolder ?? join(folder ?? '.', 'backups'))
  const journal = fileJournal(journalPath, deps.keyring)
  const waveKeys = keyFolder === undefined ? undefined : waveKeyFolder(keyFolder, deps.tokens)
  const keys = { waveKeys, encryptsAnswers }
  const dataFolders = encryptsAnswers ? [dataFolder ?? folder ?? [], backupFolder ?? []].flat() : []
  const counts = cachedCounts(database.query)
  const closing = closingStore(database, deps)
  return {
    ...oversightStores(database, deps),
    ...waveKeyStores(database, { waveKeys, dataFolders }),
    organisation: organisationStore(database),
    brand: brandStore(database),
    programmeStart: programmeStartStore(database),
    people: peopleStore(database, deps),
    accounts: accountStore(database),
    passwordResets: passwordResetStore(database, deps),
    providerAccounts: providerAccountStore(database, deps),
    secondFactors: secondFactorStore(database),
    appointments: appointmentStore(database),
    survey: surveyStore(database, { ...deps, ...keys, journal }),
    evidence: evidenceStore(database),
    policies: policyWatchStore(database, deps),
    rights: rightsStore(database, deps.ids),
    reports: whistleStore(database),
    registers: registerOverviewStore(database),
    rows: rowStore(database),
    mappings: mappingStore(database),
    emptyMonths: emptyMonthStore(database, deps.timeZone),
    attachments: attachmentStore(database),
    improvements: improvementStore(database),
    closing,
    actions: actionStore(database),
    ruleChanges: ruleChangeStore(database),
    samples: sampleStore(database),
    publicReports: reportStore(database, deps.timeZone),
    sealed: async (period) => {
      const seal = await closing.newestSeal(period)
      return seal ? sealedScorecard(seal, deps.timeZone) : null
    },
    facts: (rules) => factSource(database, { ...deps, rules }, counts),
    countAsImported: (rules, table, count) => countAsImported(database, { ...deps, rules }, table, count),
    outbox: outboxStore({ database, ...deps }),
    editions: editionStore(database, deps),
    integrity: integrityStore(database, { ...deps, clock }),
    backups: backupStore(database, { journal: journalPath, isFolderUnset }),
    markReported: reportMarks(database, deps),
    usersOf: (role) => readersOf(database, role),
    officers: () => readersOf(database, 'officer'),
    anonymity,
    jobRuns: jobRunStore(database),
    ...serviceStores(database, { ...deps, waveKeys, dataFolders, journal: journalPath }),
    questions: questionStore(database, deps),
    mailTests: mailTestStore(database),
    trustedClock,
    ...limitStores(database, deps),
    apiKeys: apiKeyStore(database),
    retention: retentionStore(database, deps),
    trials: trialStore(database, { ...deps, ...keys, journal }),
    authRecords: () => database.records(),
    integrityFaults,
    databaseTime,
    close: () => database.close(),
  }
}

/** Limits that all processes of an installation share. */
interface LimitStores {
  readonly callLimits: CallLimitStore
  readonly tryCounts: TryCountStore
  readonly letterRate: SharedPlaces
}

const limitStores = (database: StoreDatabase, deps: { readonly ids: Ids; readonly keyring: Keyring }): LimitStores => ({
  callLimits: callLimitStore(database, deps.keyring),
  tryCounts: tryCountStore(database),
  letterRate: letterRateStore(database, deps),
})
