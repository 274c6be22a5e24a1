import { join } from 'node:path'
import type {
  AttachmentStore,
  EmptyMonthStore,
  EvidenceStore,
  MappingStore,
  PolicyWatchStore,
  RightsStore,
  RowStore,
  WhistleStore,
} from '@wayproof/evidence'
import type { Clock, Id, Ids, Instant, Locale, PeriodKey, Tokens } from '@wayproof/kernel'
import type { TrustedClock } from '@wayproof/kernel/clock-guard'
import type { Keyring } from '@wayproof/kernel/keyring'
import type {
  EditionStore,
  MailNoticePorts,
  MailReportPorts,
  MailTestStore,
  Outbox,
  QuestionStore,
} from '@wayproof/letters'
import {
  type ActionStore,
  type ClosingStore,
  type FactSource,
  type RuleChangeStore,
  type Rules,
  type SampleStore,
  type Scorecard,
  sealedScorecard,
  type VerifyPorts,
} from '@wayproof/scorecard'
import type { SurveyStore, WaveAnonymity } from '@wayproof/survey'
import { type AccountStore, accountStore } from './accounts/account-store.ts'
import { type ApiKeyStore, apiKeyStore } from './accounts/api-key-store.ts'
import { type PeopleStore, peopleStore } from './accounts/people-store.ts'
import type { UserRole } from './accounts/person.ts'
import { appointmentStore } from './appointments/appointment-store.ts'
import { type BackupStore, backupStore } from './backup/backup-store.ts'
import { fileJournal, journalFile } from './backup/journal.ts'
import { type BrandStore, brandStore } from './brand/brand-store.ts'
import { actionStore } from './closing/action-store.ts'
import { closingStore } from './closing/closing-store.ts'
import { type ReportStore, reportStore } from './closing/report-store.ts'
import { sampleStore } from './closing/sample-store.ts'
import { type IntegrityStore, integrityStore } from './damage/integrity-store.ts'
import { editionStore } from './editions/edition-store.ts'
import { emptyMonthStore } from './empty-months/empty-month-store.ts'
import type { StoreDatabase } from './engine/store-database.ts'
import { cachedCounts } from './facts/cached-counts.ts'
import { factSource } from './facts/fact-source.ts'
import { type CountAsImported, countAsImported } from './imports/count-as-imported.ts'
import { evidenceStore } from './imports/evidence-store.ts'
import { mappingStore } from './imports/mapping-store.ts'
import { type ImprovementStore, improvementStore } from './improvements/improvement-store.ts'
import { databasePlace } from './installation/database-place.ts'
import type { KeyBinding } from './installation/key-file.ts'
import { type JobRuns, jobRunStore } from './jobs/job-runs.ts'
import { type LimitStores, limitStores } from './limit-stores.ts'
import { openDatabase } from './open-database.ts'
import { type OrganisationStore, organisationStore } from './organisation/organisation-store.ts'
import { type ProgrammeStartStore, programmeStartStore } from './organisation/programme-start.ts'
import { readersOf } from './outbox/letter-readers.ts'
import { mailTestStore } from './outbox/mail-test-store.ts'
import { reportMarks } from './outbox/mark-reported.ts'
import { outboxStore } from './outbox/outbox.ts'
import { type OversightStores, oversightStores } from './oversight-stores.ts'
import { policyWatchStore } from './policy-watch/policy-watch-store.ts'
import { providerAccountStore } from './provider-accounts/provider-account-store.ts'
import { questionStore } from './questions/question-store.ts'
import { trustWhileEmpty } from './questions/start/trust-while-empty.ts'
import { trustedClockStore } from './questions/start/trusted-clock-store.ts'
import { attachmentStore } from './registers/attachment-store.ts'
import { type RegisterOverviewStore, registerOverviewStore } from './registers/register-overview-store.ts'
import { rowStore } from './registers/row-store.ts'
import { type RetentionStore, retentionStore } from './retention/retention-store.ts'
import { rightsStore } from './rights/rights-store.ts'
import { ruleChangeStore } from './rules/rule-change-store.ts'
import { type ServiceStores, serviceStores } from './services/service-stores.ts'
import { passwordResetStore } from './sign-in/password-reset-store.ts'
import { secondFactorStore } from './sign-in/second-factor-store.ts'
import { surveyStore } from './survey-store.ts'
import { type TrialStore, trialStore } from './trial/trial-store.ts'
import { waveKeyFolder } from './wave-keys/wave-key-folder.ts'
import { type WaveKeyStores, waveKeyStores } from './wave-keys/wave-key-stores.ts'
import { whistleStore } from './whistle-blowing/whistle-store.ts'

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
