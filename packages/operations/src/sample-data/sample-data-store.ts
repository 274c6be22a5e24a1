import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import { readOrganisation } from '@wayproof/accounts/organisation/read-organisation'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { QueryTransaction } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { ConfirmedRegister } from '@wayproof/evidence/empty-months/ports'
import { evidenceStore } from '@wayproof/evidence/imports/evidence-store'
import type { EvidenceStore } from '@wayproof/evidence/ports'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { SampleGone } from '@wayproof/journal/sample-data/sample-data'
import { notePart } from '@wayproof/journal/sample-data/sample-lock'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Tokens } from '@wayproof/kernel/id'
import type { AgreedAction } from '@wayproof/oversight/actions/action'
import { addSampleWave, type NewSampleWave } from './add-sample-wave.ts'
import { removeSample } from './remove-sample.ts'

/** `left-over`: the process that loaded it has ended early; its removal, or the next load, deletes the rest. */
type SamplePhase = 'loading' | 'loaded' | 'left-over'

interface SampleState {
  readonly phase: SamplePhase
  readonly stepsDone: number
  readonly stepsAll: number
}

interface NewSample {
  readonly loadId: Id
  readonly stepsAll: number
  /** The company of the sample data, in place of the organization until the removal. */
  readonly organisation: Organisation
  readonly now: Instant
  /** Until then nobody else may load or remove. */
  readonly leaseUntil: Instant
}

/** `loading` and `loaded`: somebody was faster. `not-empty`: the installation has records of its own. */
type BegunSample = 'begun' | SamplePhase | 'not-empty'

export interface SampleDataStore {
  /** Null: there is no sample data. */
  state(now: Instant): Promise<SampleState | null>
  /** True if the installation has no record of the program. */
  isEmpty(): Promise<boolean>
  /** Marks the installation before anything is loaded. From here on nothing else is recorded, and nothing is mailed. */
  begin(sample: NewSample): Promise<BegunSample>
  /** The registers for the load: what it imports is listed as sample data. Its writes throw SampleGone. */
  evidence(loadId: Id): EvidenceStore
  /** Lists a request of a person before it is written. Throws SampleGone. */
  noteCase(loadId: Id, caseId: Id): Promise<void>
  /** Writes a closed wave, which is unlinked next. Throws SampleGone. */
  addWave(loadId: Id, waveId: Id, wave: NewSampleWave): Promise<void>
  /** Confirms that nothing happened in months of a register. Throws SampleGone. */
  addEmptyMonths(loadId: Id, empty: SampleMonths): Promise<void>
  /** Writes a planned meeting and agreed actions. Throws SampleGone. */
  addPlans(loadId: Id, plans: SamplePlans): Promise<void>
  /** Renews the lease of the load. Throws SampleGone. */
  step(loadId: Id, stepsDone: number, leaseUntil: Instant): Promise<void>
  /** Throws SampleGone. */
  finish(loadId: Id): Promise<void>
  /** Deletes what a load has loaded that fails. */
  abandon(loadId: Id): Promise<void>
  /** Deletes all of it in one transaction. False if there is none, or while somebody loads it. */
  remove(now: Instant): Promise<boolean>
}

interface Row {
  readonly state: 'loading' | 'loaded'
  readonly stepsDone: number
  readonly stepsAll: number
  readonly leaseUntil: Instant
  readonly organisationBefore: string | null
}

const SELECT = `SELECT state, steps_done AS stepsDone, steps_all AS stepsAll, lease_until AS leaseUntil,
  organisation_before AS organisationBefore FROM sample_data`

const BEGIN = `INSERT INTO sample_data
    (id, load_id, state, steps_done, steps_all, lease_until, organisation_before)
  VALUES (1, @loadId, 'loading', 0, @stepsAll, @leaseUntil, @organisationBefore)`

const COMPANY = `INSERT INTO organisation
    (id, name_zh, name_en, contact_email, programme_start, founded_on, baseline_year, sample)
  VALUES (1, @nameZh, @nameEn, @contactEmail, @programmeStart, NULL, NULL, true)
  ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
    contact_email = excluded.contact_email, programme_start = excluded.programme_start, founded_on = NULL,
    baseline_year = NULL, sample = true`

const MINE = "WHERE load_id = @loadId AND state = 'loading'"

/** Sample data, which can be loaded into an empty installation and removed whole (docs/decisions/119). */
export function sampleDataStore(database: StoreDatabase, { tokens }: { readonly tokens: Tokens }): SampleDataStore {
  return {
    state: async (now) => {
      const row = await database.query.get<Row>(SELECT)
      return row ? { phase: phaseOf(row, now), stepsDone: row.stepsDone, stepsAll: row.stepsAll } : null
    },
    isEmpty: async () => !(await hasRecords(database.query)),
    begin: (sample) => database.write((query) => beginSample(query, sample)),
    evidence: (loadId) => evidenceStore(database, loadId),
    noteCase: (loadId, caseId) => database.write((query) => notePart(query, loadId, 'rights-case', caseId)),
    addWave: (loadId, waveId, wave) =>
      database.transaction((transaction) => addSampleWave(transaction, { loadId, waveId, tokens }, wave)),
    addEmptyMonths: (loadId, empty) =>
      database.transaction((transaction) => addSampleMonths(transaction, loadId, empty)),
    addPlans: (loadId, plans) => database.transaction((transaction) => addSamplePlans(transaction, loadId, plans)),
    step: (loadId, stepsDone, leaseUntil) =>
      database.write(async (query) => {
        const set = 'UPDATE sample_data SET steps_done = @stepsDone, lease_until = @leaseUntil'
        const values = { loadId, stepsDone, leaseUntil: new Date(leaseUntil) }
        if ((await query.run(`${set} ${MINE}`, values)) === 0) throw new SampleGone(loadId)
      }),
    finish: (loadId) =>
      database.write(async (query) => {
        const set = "UPDATE sample_data SET state = 'loaded', steps_done = steps_all"
        if ((await query.run(`${set} ${MINE}`, { loadId })) === 0) throw new SampleGone(loadId)
        await insertUserAct(query, { act: 'sample-data-loaded' })
      }),
    abandon: (loadId) =>
      database.write(async (query) => {
        const row = await query.get<Row>(`${SELECT} ${MINE}`, { loadId })
        if (row) await removeSample(query, row.organisationBefore)
      }),
    remove: (now) =>
      database.write(async (query) => {
        const row = await query.get<Row>(SELECT)
        if (!row || phaseOf(row, now) === 'loading') return false
        await removeSample(query, row.organisationBefore)
        await insertUserAct(query, { act: 'sample-data-removed' })
        return true
      }),
  }
}

const phaseOf = ({ state, leaseUntil }: Row, now: Instant) =>
  state === 'loaded' ? 'loaded' : leaseUntil > now ? 'loading' : 'left-over'

async function beginSample(query: Query, sample: NewSample): Promise<BegunSample> {
  const { loadId, stepsAll, organisation, now, leaseUntil } = sample
  const row = await query.get<Row>(SELECT)
  if (row) return phaseOf(row, now)
  if (await hasRecords(query)) return 'not-empty'
  const organisationBefore = await organisationAsText(query)
  await query.run(BEGIN, { loadId, stepsAll, leaseUntil: new Date(leaseUntil), organisationBefore })
  const { nameZh, nameEn, contactEmail, programmeStart } = organisation
  await query.run(COMPANY, { nameZh, nameEn, contactEmail, programmeStart })
  return 'begun'
}

async function organisationAsText(query: ReadQuery): Promise<string | null> {
  const before: Organisation | null = await readOrganisation(query)
  return before && JSON.stringify(before)
}

/** Months of a register in which nothing happened to the sample company. */
interface SampleMonths {
  readonly register: ConfirmedRegister
  readonly months: readonly PeriodKey[]
  readonly at: Instant
  readonly by: string
}

/** Confirms the months, in the transaction of a load. The audit log has acts of real people only. */
async function addSampleMonths(
  { query, records }: Pick<QueryTransaction, 'query' | 'records'>,
  loadId: Id,
  { register, months, at, by }: SampleMonths,
): Promise<void> {
  for (const month of months) {
    await notePart(query, loadId, 'empty-month', `${register}:${month}`)
    await records.emptyMonth.create({ data: { register, month, confirmedAt: new Date(at), confirmedBy: by } })
  }
}

/** The next work of the sample company's officers. */
interface SamplePlans {
  readonly meeting: { readonly id: Id; readonly plannedOn: CalendarDate; readonly at: Instant; readonly by: string }
  readonly actions: readonly AgreedAction[]
}

/** Writes a planned meeting and agreed actions, in the transaction of a load. The audit log has acts of real people only. */
async function addSamplePlans(
  { query, records }: Pick<QueryTransaction, 'query' | 'records'>,
  loadId: Id,
  { meeting: { id, plannedOn, at, by }, actions }: SamplePlans,
): Promise<void> {
  await notePart(query, loadId, 'meeting', id)
  await records.meeting.create({ data: { id, plannedOn, plannedAt: new Date(at), plannedBy: by } })
  for (const { agreedAt, ...action } of actions) {
    await notePart(query, loadId, 'action', action.id)
    await records.agreedAction.create({ data: { ...action, agreedAt: new Date(agreedAt) } })
  }
}

/**
 * Tables whose rows are records of the program. Accounts, settings and logs are none; a refusal because of a whistleblower's report
 * would tell that there is one.
 */
const RECORD_TABLES: readonly string[] = [
  ...new Set(REGISTER_IDS.map((register) => registerTables[register].table)),
  'empty_month',
  'import_file',
  'register_change',
  'evidence_attachment',
  'policy_text',
  'policy_fetch',
  'policy_proof',
  'rights_case',
  'traveler',
  'wave_opening',
  'wave',
  'rule_change',
  'programme_start_change',
  'improvement',
  'period_freeze',
  'period_reopening',
  'missing_list',
  'seal',
  'audit_sample',
  'published_report',
  'remedy',
  'action_outcome',
  'agreed_action',
  'meeting',
  'edition',
  'executive_decision',
]

/** Whether any table has a record of the program. */
async function hasRecords(query: ReadQuery): Promise<boolean> {
  const anyRecord = RECORD_TABLES.map((table) => `EXISTS (SELECT 1 FROM "${table}")`).join(' OR ')
  return (await query.get<{ found: number }>(`SELECT ${anyRecord} AS found`))?.found === 1
}
