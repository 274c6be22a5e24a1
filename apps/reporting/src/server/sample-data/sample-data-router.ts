import type { Person } from '@wayproof/accounts/accounts/person'
import { readTable } from '@wayproof/evidence/import/read-table'
import { importTable } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { isRegisterId, type RegisterId, registers } from '@wayproof/evidence/register'
import { closeCase } from '@wayproof/evidence/rights/close-case'
import { recordCase } from '@wayproof/evidence/rights/record-case'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { actingAsNobody } from '@wayproof/journal/audit-log/acting-user'
import { addDays, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { type SampleCompany, sampleCompany } from '@wayproof/sample-company/company'
import { type Cells, isKnownRegister, knownBy } from '@wayproof/sample-company/known-by'
import { sampleActions, sampleCases, sampleMeetingIn } from '@wayproof/sample-company/loaded/cases'
import { sampleWave, sampleWaveOver } from '@wayproof/sample-company/loaded/sample-wave'
import { pastFiles } from '@wayproof/sample-company/past'
import { organisationNames } from '@wayproof/sample-company/people'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { rightsPorts } from '../trpc/ports.ts'
import { officerProcedure, router } from '../trpc/trpc.ts'

/** A load by its id, with the company that it loads. */
interface SampleLoad {
  readonly id: string
  readonly company: SampleCompany
  /** The latest half-year that has ended; the company's files are of its year. */
  readonly half: Period
  readonly today: string
  readonly by: Person
}

/** Sample data, which an officer loads into an empty installation and removes whole. */
export const sampleDataRouter = router({
  /** `state` is null without sample data; `isEmpty`: it could be loaded. */
  state: officerProcedure.query(async ({ ctx: { store, clock } }) => {
    const state = await store.sampleData.state(clock.now())
    return { state, isEmpty: state === null && (await store.sampleData.isEmpty()) }
  }),

  /** Answers once everything is loaded, also if somebody else was faster. */
  load: officerProcedure.mutation(async ({ ctx }) => unwrap(await loadSample(ctx, ctx.user))),

  /** Answers once it is removed, also if somebody else was faster. */
  remove: officerProcedure.mutation(async ({ ctx: { store, clock } }) => {
    const now = clock.now()
    if (await store.sampleData.remove(now)) return null
    return unwrap((await store.sampleData.state(now)) === null ? ok(null) : fail('sample-loading'))
  }),
})

const SEED = '1'
/** Steps take well under a minute, and each renews the lease. */
const LEASE_MS = 3 * 60_000

type LoadFault = { readonly code: 'sample-not-empty' | 'sample-loading' | 'no-questionnaire' }

/**
 * Loads the sample company into an empty installation. Sample data that is already there is enough, and what a load left
 * that ended early is removed first. If this one fails, what it loaded is removed.
 */
async function loadSample(services: Services, by: Person): Promise<Outcome<null, LoadFault>> {
  const { store, clock, ids } = services
  const { sampleData } = store
  const now = clock.now()
  if (!(await store.survey.latestQuestionnaire())) return fail('no-questionnaire')
  if ((await sampleData.state(now))?.phase === 'left-over') await sampleData.remove(now)
  const load = await planLoad(services, by, ids.next())
  const steps = sampleSteps(services, load)
  const begun = await sampleData.begin({
    ...{ loadId: load.id, stepsAll: steps.length, now, leaseUntil: now + LEASE_MS },
    organisation: await companyOf(services, load),
  })
  if (begun === 'loaded') return ok(null)
  if (begun !== 'begun') return fail(begun === 'not-empty' ? 'sample-not-empty' : 'sample-loading')
  try {
    for (const [done, step] of steps.entries()) {
      // The people of the sample data act here, and they are in no audit log.
      await actingAsNobody(step)
      await sampleData.step(load.id, done + 1, clock.now() + LEASE_MS)
    }
    await sampleData.finish(load.id)
    return ok(null)
  } catch (error) {
    await sampleData.abandon(load.id)
    throw error
  }
}

async function planLoad({ clock, timeZone }: Services, by: Person, id: string): Promise<SampleLoad> {
  const today = dateAt(clock.now(), timeZone)
  const half = previousPeriod(periodOf('half-year', today))
  return { id, company: sampleCompany(SEED, half.year), half, today, by }
}

/** The names are made up, and letters about accounts still leave from one's own address. */
async function companyOf({ store }: Services, { by, company: { year } }: SampleLoad) {
  const own = await store.organisation.get()
  const { nameZh, nameEn } = organisationNames
  return {
    ...{ nameZh, nameEn, contactEmail: own?.contactEmail ?? by.email, programmeStart: `${year - 1}-01-01` },
    ...{ baselineYear: null, sample: true },
  }
}

type SampleStep = () => Promise<void>

/** Most waves of sample data: the latest, and one to compare it with. */
const WAVES = 2
const HALVES_BACK = [0, 1, 2]

/** The steps of a load, in order. Each throws SampleGone once somebody has removed the load. */
function sampleSteps(services: Services, load: SampleLoad): readonly SampleStep[] {
  const { company } = load
  const files = [...Object.entries(pastFiles(company.seed, company.year)), ...Object.entries(company.files)]
  const incidents = new Set<unknown>()
  const imports = files.flatMap(([register, text]) =>
    isRegisterId(register) && isKnownRegister(register)
      ? [() => importFile(services, load, { register, text, incidents })]
      : [],
  )
  const halves = HALVES_BACK.map((ago) => ({ ago, half: halfBefore(load, ago) }))
  const over = halves.filter(({ half }) => sampleWaveOver(half) <= load.today).slice(0, WAVES)
  return [
    ...imports,
    () => confirmEmptyMonths(services, load),
    ...over.toReversed().map((halfYear) => () => holdWave(services, load, halfYear)),
    ...sampleCases.map((recorded) => () => recordSampleCase(services, load, recorded)),
    () => planWork(services, load),
  ]
}

const halfBefore = ({ half }: SampleLoad, ago: number) => {
  let earlier = half
  for (let count = 0; count < ago; count += 1) earlier = previousPeriod(earlier)
  return earlier
}

interface SampleFile {
  readonly register: RegisterId & Parameters<typeof knownBy>[2]
  readonly text: string
  /** Ids of the incidents that are known by today; notices of others are not. */
  readonly incidents: Set<unknown>
}

async function importFile(services: Services, load: SampleLoad, { register, text, incidents }: SampleFile) {
  const { store, clock, ids, timeZone } = services
  const now = clock.now()
  const profile = defaultProfile(register)
  const table = done(await readTable(bytesOf(text), registers[register].fields, profile))
  const rows = table.rows.flatMap(({ rowNumber, cells }) => {
    const knownCells = knownBy(now, timeZone, register, cells as Cells)
    const isOrphan = register === 'incident-notices' && !incidents.has(knownCells?.incidentId)
    return knownCells === null || isOrphan ? [] : [{ rowNumber, cells: knownCells as typeof cells }]
  })
  if (register === 'incidents') for (const { cells } of rows) incidents.add((cells as Cells).id)
  if (rows.length === 0) return
  const command = { register, profile, fileName: `${register}.csv`, by: load.by.id, dryRun: false }
  const evidence = store.sampleData.evidence(load.id)
  done(
    await importTable(
      { evidence, clock, ids, timeZone },
      { ...command, table: { ...table, rows, rowCount: rows.length } },
    ),
  )
}

/** The months without an incident, from the company's first year on, are confirmed to have had none. */
async function confirmEmptyMonths({ store, clock }: Services, { id, company, today, by }: SampleLoad): Promise<void> {
  const years = [company.year - 2, company.year - 1, company.year, company.year + 1]
  const over = years.flatMap((year) => monthsOver(year, addDays(today, -1)))
  const months = await store.emptyMonths.months('incidents', over)
  const empty = months.filter(({ rows }) => rows === 0).map(({ month }) => month)
  await store.sampleData.addEmptyMonths(id, { register: 'incidents', months: empty, at: clock.now(), by: by.name })
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

type HeldHalf = { readonly half: SampleLoad['half']; readonly ago: number }

async function holdWave(services: Services, { id, company }: SampleLoad, { half, ago }: HeldHalf): Promise<void> {
  const { store, clock, ids, rules, timeZone } = services
  const { opensOn, closesOn, ...wave } = sampleWave(company.seed, half, company.outlook.satisfied, ago)
  const waveId = ids.next()
  await store.sampleData.addWave(id, waveId, {
    ...{ ...wave, questionnaire: DEFAULT_QUESTIONNAIRE, rules },
    openedAt: startOfDay(opensOn, timeZone),
    closesAt: startOfDay(addDays(closesOn, 1), timeZone),
  })
  await store.survey.unlinkWave(waveId, clock.now())
}

async function recordSampleCase(services: Services, load: SampleLoad, recorded: (typeof sampleCases)[number]) {
  const { store, ids, tokens } = services
  const { daysAgo, answer, ...request } = recorded
  const id = ids.next()
  await store.sampleData.noteCase(load.id, id)
  const ports = { ...rightsPorts(services), ids: { next: () => id } }
  const received = { receivedOn: addDays(load.today, -daysAgo), identityChecked: request.contact !== null }
  const formCode = newSecretCode(tokens)
  done(await recordCase(ports, { ...request, ...received, formCode, by: load.by.name, founded: null }))
  if (!answer) return
  done(await sendAnswer(rightsPorts(services), { id, text: answer.text, purpose: 'answer' }))
  done(await closeCase(rightsPorts(services), { id, outcome: answer.outcome }))
}

async function planWork({ store, clock, ids }: Services, { id, today, by }: SampleLoad): Promise<void> {
  const at = clock.now()
  const findings = await store.actionList.openFindings()
  const audits = findings.filter(({ kind }) => kind === 'audit-finding')
  await store.sampleData.addPlans(id, {
    meeting: { id: ids.next(), plannedOn: addDays(today, sampleMeetingIn), at, by: by.name },
    actions: sampleActions.flatMap(({ dueIn, ...text }, place) => {
      const finding = audits[place]
      if (!finding) return []
      const agreed = { agreedAt: at, agreedBy: by.name, period: periodKey(periodOf('half-year', today)) }
      return [
        {
          ...text,
          ...agreed,
          id: ids.next(),
          origin: finding.kind,
          originId: finding.id,
          dueOn: addDays(today, dueIn),
        },
      ]
    }),
  })
}

/** The value of an outcome. Throws its fault: nothing in the sample data may be refused. */
function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`sample data was refused: ${JSON.stringify(outcome.fault)}`)
}
