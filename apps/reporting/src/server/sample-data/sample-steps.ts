import { readTable } from '@wayproof/evidence/import/read-table'
import { importTable } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { isRegisterId, type RegisterId, registers } from '@wayproof/evidence/register'
import { closeCase } from '@wayproof/evidence/rights/close-case'
import { recordCase } from '@wayproof/evidence/rights/record-case'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { addDays, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Outcome } from '@wayproof/kernel/outcome'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { type Cells, isKnownRegister, knownBy } from '@wayproof/sample-company/known-by'
import { sampleActions, sampleCases, sampleMeetingIn } from '@wayproof/sample-company/loaded/cases'
import { sampleWave, sampleWaveOver } from '@wayproof/sample-company/loaded/sample-wave'
import { pastFiles } from '@wayproof/sample-company/past'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import type { Services } from '../trpc/context.ts'
import { rightsPorts } from '../trpc/ports.ts'
import type { SampleLoad } from './sample-load.ts'

export type SampleStep = () => Promise<void>

/** Most waves of sample data: the latest, and one to compare it with. */
const WAVES = 2
const HALVES_BACK = [0, 1, 2]

/** The steps of a load, in order. Each throws SampleGone once somebody has removed the load. */
export function sampleSteps(services: Services, load: SampleLoad): readonly SampleStep[] {
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
