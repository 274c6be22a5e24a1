import { setTimeout as sleep } from 'node:timers/promises'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { createInstallation } from '@wayproof/database/testing/installation-for-tests'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Instant } from '@wayproof/kernel/clock'
import { callerAddress } from '@wayproof/kernel/network/caller-address'
import type { LogEntry } from '@wayproof/kernel/operation-log'
import type { Locale } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { recentLanguages } from '@wayproof/messages/added/recent-languages'
import { previewLanguage } from '@wayproof/messages/added/spoken-language'
import { openStore, type Store } from '@wayproof/operations/store/open-store'
import { answerCode } from '@wayproof/survey/answers/answer-code'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { FIRST_GENERATION } from '@wayproof/survey/opening/wave-plan'
import { fulfilChecklist } from '@wayproof/survey/testing/fulfil-checklist'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import type { Hono } from 'hono'
import { createApp } from '../app.ts'
import { recentOrganisation } from '../bind-app.ts'
import { formLimits, tryLimits } from '../http/try-limit.ts'
import { reportPdfs } from '../report/report-pdfs.ts'
import type { SurveyApp } from '../survey-app.ts'

export interface TravelerLink {
  readonly locale: Locale
  readonly token: string
  readonly unsubscribeToken: string
}

/** The app on a real database, with an open wave and a link for each of its travelers. */
export interface SurveyAtWork {
  readonly app: Hono
  readonly surveyApp: SurveyApp
  readonly store: Store
  readonly database: TestDatabase
  readonly links: readonly TravelerLink[]
  /** When a limit refused a form. */
  readonly refused: readonly Instant[]
  /** The app of another process, or of this one after a restart. */
  readonly restarted: () => Hono
  readonly accessLines: readonly string[]
  readonly logged: readonly LogEntry[]
  setTime(now: Instant): void
  closeWave(): Promise<void>
  close(): Promise<void>
}

export const OPENED_AT = Date.parse('2026-01-05T01:00:00Z')
export const AFTER_THE_END = Date.parse('2026-01-20T16:00:00Z')

const PERIOD = '2025-H2'
const TRAVELERS = 6

/** `overrides` replaces parts of the app; `isSample` labels the company as sample data. */
export async function surveyAtWork(
  overrides: Partial<SurveyApp> = {},
  isSample = false,
  questionnaire = DEFAULT_QUESTIONNAIRE,
): Promise<SurveyAtWork> {
  const database = await createInstallation()
  let now = OPENED_AT
  const clock = { now: () => now }
  const bound = { clock, ids: systemIds, tokens: systemTokens }
  const keys = keyring(new Uint8Array(32).fill(7))
  const timeZone = 'Asia/Shanghai'
  const store = await openStore({
    ...bound,
    databaseUrl: database.databaseUrl,
    keyring: keys,
    timeZone,
    sleep: async (ms) => void (await sleep(ms)),
  })
  const rules = { version: '1', minimumForStatus: 30, smallestGroup: 5 }
  const ports = { ...bound, store: store.survey, keyring: keys, timeZone, rules, ...SMALL_WAVES }
  await store.organisation.save({
    nameZh: '云途旅行',
    nameEn: 'Yuntu Travel',
    contactEmail: 'privacy@yuntu.example',
    programmeStart: '2025-01-01',
    baselineYear: 2023,
    sample: isSample,
  })
  await fulfilChecklist(ports)
  await publishQuestionnaire(ports, { questionnaire })
  const imported = await importTravelers(ports, {
    table: travelerTable(
      Array.from({ length: TRAVELERS }, (_, index) => travelerRow(index)),
      '0'.repeat(64),
    ),
    fileName: 'travelers.csv',
    by: 'test',
    dryRun: false,
  })
  const opened = await openWave(ports, { period: PERIOD, mode: 'census', closesOn: '2026-01-20' })
  if (!imported.ok || !opened.ok) throw new Error('the test company could not be set up')

  const counting = { keyring: keys, tryCounts: store.tryCounts }
  const limits = () => ({
    tryLimits: tryLimits(counting),
    formLimits: formLimits({ ...counting, tokens: systemTokens, onRefused: () => refused.push(now) }),
  })
  const refused: Instant[] = []
  const accessLines: string[] = []
  const logged: LogEntry[] = []
  const surveyApp: SurveyApp = {
    survey: ports,
    rights: { ...bound, rights: store.rights, keyring: keys, timeZone },
    whistle: { ...bound, reports: store.reports, keyring: keys, timeZone },
    organisation: { get: recentOrganisation(store, clock) },
    brand: store.brand,
    languages: recentLanguages(store.languages, clock),
    previewLanguage: previewLanguage(store.languages),
    sampleData: store.sampleData,
    reportPdfs: reportPdfs((milliseconds) => AbortSignal.timeout(milliseconds)),
    reportsIndexed: false,
    isReadOnly: () => store.integrity.damage() !== null,
    publicReports: store.publicReports,
    ids: systemIds,
    ...limits(),
    callerAddress: callerAddress([]),
    surveyUrl: 'https://survey.example',
    mailEvents: null,
    providerEvents: {
      markReported: store.markReported,
      password: null,
      mailgun: null,
      showSubscription: () => {},
    },
    defaultLocale: 'zh-CN',
    access: (line) => accessLines.push(line),
    log: (entry) => logged.push(entry),
    ...overrides,
  }
  return {
    app: createApp(surveyApp),
    surveyApp,
    refused,
    restarted: () => createApp({ ...surveyApp, ...limits() }),
    store,
    database,
    links: (await invitations(database)).map(({ id, locale }, index) => ({
      locale: locale as Locale,
      token: linkToken(keys, { invitationId: id, generation: FIRST_GENERATION, locale: locale as Locale }),
      unsubscribeToken: unsubscribeToken(keys, addressOf(index)),
    })),
    accessLines,
    logged,
    setTime: (moment) => {
      now = moment
    },
    closeWave: async () => {
      const closed = await closeWave(ports, { period: PERIOD })
      if (!closed.ok) throw new Error(closed.fault.code)
    },
    close: async () => {
      await store.close()
      await database.remove()
    },
  }
}

/** Creates an account of a case handler; resolves to its ID. */
export async function appointCaseHandler({ store, surveyApp }: SurveyAtWork): Promise<string> {
  const [id, userId, accountId] = [surveyApp.ids.next(), surveyApp.ids.next(), surveyApp.ids.next()]
  const account = { email: 'handler@x.example', role: 'case-handler', locale: 'en' } as const
  await store.people.invite({ ...account, id, invitedBy: null, createdAt: OPENED_AT, expiresAt: OPENED_AT + 1e9 })
  const user = { userId, accountId, name: 'H', email: null, passwordHash: 'x', locale: 'en' } as const
  await store.people.accept({ invitationId: id, ...user }, OPENED_AT)
  return userId
}

const addressOf = (index: number) => `traveler-${index}@mail.example`

const travelerRow = (index: number) => ({
  rowNumber: index + 2,
  cells: {
    customerNumber: `C${index}`,
    email: addressOf(index),
    locale: index % 2 === 0 ? 'zh-CN' : 'en',
    tripType: 'leisure',
    channel: 'app',
    region: 'CN-31',
    lastTrip: '2025-11',
    adult: true,
    residence: 'CN',
    basis: 'consent',
    basisWording: '6',
    basisNamesSurveys: true,
    basisSource: 'booking',
    basisDate: '2024-01-01',
  },
})

const invitations = ({ rows }: TestDatabase) =>
  rows<{ id: string; locale: string }>(
    `SELECT invitation.id, traveler.locale FROM invitation
     JOIN traveler ON traveler.id = traveler_id ORDER BY customer_number`,
  )

/** The stored answers, ordered by key. */
export async function answersIn({ rows }: TestDatabase, questionnaire = DEFAULT_QUESTIONNAIRE) {
  const answers = await rows<{ values: string; comment: string | null }>(
    'SELECT "values", comment FROM answer ORDER BY key',
  )
  return answers.map((row) => ({ ...row, values: answerCode(questionnaire).decode(row.values) }))
}
