import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import { readOrganisation } from '@wayproof/accounts/organisation/read-organisation'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { evidenceStore } from '@wayproof/evidence/imports/evidence-store'
import type { EvidenceStore } from '@wayproof/evidence/ports'
import { insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { SampleGone } from '@wayproof/journal/sample-data/sample-data'
import { notePart } from '@wayproof/journal/sample-data/sample-lock'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Tokens } from '@wayproof/kernel/id'
import { addSampleMonths, type SampleMonths } from './add-sample-months.ts'
import { addSamplePlans, type SamplePlans } from './add-sample-plans.ts'
import { addSampleWave, type NewSampleWave } from './add-sample-wave.ts'
import { hasRecords } from './own-records.ts'
import { removeSample } from './remove-sample.ts'
import type { BegunSample, NewSample, SampleState } from './sample-state.ts'

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
