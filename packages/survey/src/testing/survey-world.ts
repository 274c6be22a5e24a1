import { dirname } from 'node:path'
import type { Statement, Values } from '@wayproof/database/query/query'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openBeside, openTestDatabase } from '@wayproof/database/testing/engines'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import { answerCode } from '../answers/answer-code.ts'
import { newReceipt } from '../answers/receipt.ts'
import { recordAnswer } from '../answers/record-answer.ts'
import { ALL_ITEMS } from '../answers/tally.ts'
import { linkToken } from '../links/invitation-link.ts'
import { openWave } from '../opening/open-wave.ts'
import type { SurveyPorts } from '../ports.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import type { Counted } from '../tallies/count-wave.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import type { TravelerRow } from '../travelers/traveler.ts'
import { travelerTable } from '../travelers/traveler-table.ts'
import { answerCiphers, type EncryptedWave } from '../wave-keys/answer-cipher.ts'
import { surveyInstances } from '../wave-keys/survey-instances.ts'
import { type WaveKeys, waveKeyFolder } from '../wave-keys/wave-key-folder.ts'
import { closeWave } from '../waves/close-wave.ts'
import { exactFigures } from '../waves/counts/count-open-wave.ts'
import { decideClose } from '../waves/decide-close.ts'
import { proposeClose } from '../waves/propose-close.ts'
import { waveFunnel } from '../waves/read-wave-funnel.ts'
import { remindWave } from '../waves/remind-wave.ts'
import { reminderMoments } from '../waves/reminder.ts'
import type { Wave } from '../waves/wave.ts'
import { fulfilChecklist } from './fulfil-checklist.ts'
import { SMALL_WAVES } from './small-waves.ts'

const KEYRING = keyring(new Uint8Array(32).fill(5))

/** A survey on a database, with a clock that the test sets. */
export interface SurveyOn<Database> {
  readonly database: Database
  readonly ports: SurveyPorts
  readonly waveKeys: WaveKeys
  /** Folder of those keys. */
  readonly keyFolder: string
  setNow(iso: string): void
}

interface SurveyChoices {
  readonly journal?: Journal
  /** True if the answers of its waves are encrypted, as always on PostgreSQL. */
  readonly encrypts?: boolean
  /** Folder of the keys of its waves. */
  readonly keyFolder?: string
  readonly keyring?: Keyring
}

export type SurveyWorld = SurveyOn<StoreDatabase>

/** A survey on the engine of the run. */
export const surveyWorld = async (choices?: SurveyChoices): Promise<SurveyWorld> =>
  surveyOn(await openTestDatabase(), choices)

/** The same survey as another process opens it, with connections of its own. */
export const surveyBeside = ({ database, keyFolder }: SurveyWorld): Promise<SurveyWorld> =>
  surveyOn(openBeside(database), { keyFolder })

export type SqliteSurvey = SurveyOn<SqliteDatabase>

/** A survey on a SQLite file, for suites about the file; `database.file` is its path. */
export const surveyOnSqlite = async (file?: string, choices?: SurveyChoices): Promise<SqliteSurvey> =>
  surveyOn(await openTestSqlite(file), choices)

export async function surveyOn<Database extends StoreDatabase>(
  database: Database,
  {
    journal,
    encrypts = database.engine === 'postgresql',
    keyFolder = dirname(temporaryFile()),
    keyring: keys = KEYRING,
  }: SurveyChoices = {},
): Promise<SurveyOn<Database>> {
  let now = Date.parse('2026-07-01T01:00:00Z')
  const waveKeys = waveKeyFolder(keyFolder, systemTokens)
  const instances = surveyInstances(database, waveKeys)
  const store = surveyStore(database, {
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    waveKeys,
    encryptsAnswers: encrypts,
    ...(journal && { journal }),
  })
  const ports: SurveyPorts = {
    store: {
      ...store,
      openWave: async (opening) => {
        const opened = await store.openWave(opening)
        // As a running survey app does, so that the letters may leave.
        if (encrypts) await instances.report('survey app')
        return opened
      },
      unlinkWave: async (waveId, at) => {
        await instances.leave('survey app')
        await store.unlinkWave(waveId, at)
      },
    },
    clock: { now: () => now },
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    timeZone: 'Asia/Shanghai',
    rules: { version: '2026-1', minimumForStatus: 100, smallestGroup: 5 },
    ...SMALL_WAVES,
  }
  await fulfilChecklist(ports)
  const setNow = (iso: string) => {
    now = Date.parse(iso)
  }
  return { database, ports, waveKeys, keyFolder, setNow }
}

/** Row `n` of a traveler file; `change` overrides its cells. */
export function travelerRow(n: number, change: Partial<TravelerRow['cells']> = {}): TravelerRow {
  const cells = {
    customerNumber: `C-${n}`,
    email: `traveler-${n}@example.com`,
    locale: n % 3 === 0 ? 'en' : 'zh-CN',
    tripType: n % 2 === 0 ? 'group' : 'own',
    channel: 'app',
    region: n % 5 === 0 ? 'north' : 'east',
    lastTrip: '2026-03',
    adult: true,
    residence: 'CN',
    basis: 'consent',
    basisWording: '6',
    basisNamesSurveys: true,
    basisSource: 'booking',
    basisDate: '2024-01-01',
    ...change,
  }
  return { rowNumber: n + 1, cells: cells as TravelerRow['cells'] }
}

export const travelerRows = (count: number): TravelerRow[] =>
  Array.from({ length: count }, (_, n) => travelerRow(n + 1))

export const travelerFile = (rows: readonly TravelerRow[], dryRun = false) => ({
  table: travelerTable(rows, 'd'.repeat(64)),
  fileName: 'travelers.csv',
  by: 'officer',
  dryRun,
})

/** Imports `count` travelers and opens a census wave to the end of July. */
export async function openedWave(world: SurveyWorld, count: number, period: PeriodKey = '2026-H1'): Promise<void> {
  const imported = await importTravelers(world.ports, travelerFile(travelerRows(count)))
  if (!imported.ok) throw new Error(imported.fault.code)
  await openWaveForAll(world, period)
}

/** Opens a census wave for all travelers, by default to the end of July. */
export async function openWaveForAll(
  world: SurveyWorld,
  period: PeriodKey = '2026-H1',
  closesOn: CalendarDate = '2026-07-31',
): Promise<void> {
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const opened = await openWave(world.ports, { period, mode: 'census', closesOn })
  if (!opened.ok) throw new Error(opened.fault.code)
}

/** An officer whose appointment is confirmed. */
export const officerAt = (id: string, email: string): ActingPerson => {
  return { id, name: email, mailbox: mailboxHash(KEYRING, email), confirmed: true }
}

export const OFFICER = officerAt('officer-1', 'officer@company.example')
export const DEPUTY = officerAt('officer-2', 'deputy@company.example')

/** Ends a wave now: automatically if its time is over, otherwise by the decision of two officers. */
export async function closeAtOnce({ ports }: Pick<SurveyWorld, 'ports'>, period: PeriodKey): Promise<Wave> {
  const due = await closeWave(ports, { period })
  if (due.ok) return due.value
  const proposed = await proposeClose(ports, { period, closesOn: null, reason: 'a test', by: OFFICER })
  const decided = proposed.ok
    ? await decideClose(ports, { period, change: proposed.value.id, approve: true, by: DEPUTY })
    : proposed
  if (!decided.ok) throw new Error(decided.fault.code)
  return decided.value
}

export interface InvitationRow {
  readonly id: string
  readonly wave_id: string
  readonly traveler_id: string
  readonly cell_id: string | null
  readonly generation: number | null
  readonly answered: number | null
}

export const invitations = ({ database }: Pick<SurveyOn<StoreDatabase>, 'database'>): Promise<InvitationRow[]> =>
  database.query.all('SELECT * FROM invitation ORDER BY id')

export const tokens = async (world: SurveyWorld): Promise<string[]> =>
  (await invitations(world)).map(({ id }) =>
    linkToken(world.ports.keyring, { invitationId: id, generation: 0, locale: 'zh-CN' }),
  )

/** Posts the form behind a link. */
export function submit(world: SurveyWorld, token: string, fields: Record<string, string>, receipt?: string) {
  const code = receipt ?? newReceipt(systemTokens)
  return recordAnswer(world.ports, { token, receipt: code, locale: 'zh-CN', fields })
}

/** Counts the rows of `from`, a table with conditions. */
export async function countOf({ database }: SurveyWorld, from: Statement, values: Values = {}): Promise<number> {
  const counted: Statement = (dialect) => `SELECT count(*) AS n FROM ${typeof from === 'string' ? from : from(dialect)}`
  return (await database.query.get<{ n: number }>(counted, values))?.n ?? 0
}

/** Marks the letters that wait as sent, without a line in the delivery log. */
export const markSent = ({ database }: SurveyWorld, at = 0): Promise<number> =>
  database.write((query) =>
    query.run(`UPDATE letter SET state = 'sent', sent_at = @at WHERE state = 'queued'`, { at: new Date(at) }),
  )

interface StoredAnswer extends EncryptedWave {
  readonly cell_id: string
  readonly values: string
  readonly encrypted: Uint8Array | null
}

/** `item value count` of each cell: the stored tallies of unlinked waves, and the counted answers of others. */
export async function tallies({ database, waveKeys }: SurveyWorld): Promise<string[]> {
  const kept = await database.query.all<Counted>('SELECT cell_id AS cellId, item, value, count FROM tally')
  const said = new Map<string, number>()
  const code = answerCode(DEFAULT_QUESTIONNAIRE)
  const open = `SELECT a.cell_id, a."values", a.encrypted, w.id, w.key_check AS keyCheck
    FROM answer a JOIN wave w ON w.id = a.wave_id WHERE w.unlinked_at IS NULL`
  const cipherOf = answerCiphers({ tokens: systemTokens, waveKeys })
  for (const { cell_id, encrypted, ...row } of await database.query.all<StoredAnswer>(open)) {
    const { values } = (encrypted && cipherOf(row)?.decryptAnswer(encrypted)) ?? row
    const given = [[ALL_ITEMS, code.completeness(values)], ...Object.entries(code.decode(values))]
    for (const [item, value] of given)
      said.set(`${cell_id} ${item} ${value}`, (said.get(`${cell_id} ${item} ${value}`) ?? 0) + 1)
  }
  return [
    ...kept.map(({ item, value, count }) => `${item} ${value} ${count}`),
    ...[...said].map(([key, count]) => `${key.slice(key.indexOf(' ') + 1)} ${count}`),
  ].sort()
}

/** Posts the reminders that an officer orders now, and returns their number. */
export async function remindNow(world: SurveyWorld, period: PeriodKey = '2026-H1'): Promise<number> {
  const letters = () => countOf(world, `letter WHERE kind IN ('survey-reminder', 'survey-last-reminder')`)
  const before = await letters()
  const reminded = await remindWave(world.ports, { period })
  if (!reminded.ok) throw new Error(reminded.fault.code)
  return (await letters()) - before
}

/** The funnel with exact counts, which no page shows while the wave is open. */
export async function exactFunnel(world: SurveyWorld, period: PeriodKey = '2026-H1') {
  const funnel = await waveFunnel(world.ports, { period })
  if (!funnel.ok) return funnel
  const exact = await exactFigures(world.database.query, funnel.value.wave.id)
  return { ok: true, value: { ...funnel.value, ...exact } } as const
}

/** The number of invited people by their reminder eligibility now; no page shows it. */
export async function coursesNow({ database, ports }: SurveyWorld, period: PeriodKey = '2026-H1') {
  const wave = await ports.store.wave(period)
  if (!wave) throw new Error('no wave')
  const { clock, timeZone } = ports
  return countCourses(database, wave.id, reminderMoments(wave, { at: clock.now(), timeZone, byHand: true }))
}
