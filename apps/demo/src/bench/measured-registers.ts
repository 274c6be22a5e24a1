import type { RegisterId, RegisterRows } from '@wayproof/evidence'
import { addDays, firstDay, type Instant, lastDay, type Period, periodKey, quarter, startOfDay } from '@wayproof/kernel'
import type { Store } from '@wayproof/store'
import { type Random, random } from '../sample/random.ts'

// Registers of a large company over two years: 5,000 staff with two to three thousand records a month, 300 partners, 60
// surfaces looked at every month.

const STAFF = 5_000
const PARTNERS = 300
const SURFACES = 60
const YEARS = [2024, 2025] as const
const SURFACE_KINDS = ['website', 'app', 'mini-programme', 'branch', 'call-centre'] as const
const TIME_ZONE = 'Asia/Shanghai'

const quarters = YEARS.flatMap((year) => ([1, 2, 3, 4] as const).map((index) => quarter(year, index)))
const months = YEARS.flatMap((year) =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`),
)

export async function fillMeasuredRegisters({ evidence }: Pick<Store, 'evidence'>): Promise<void> {
  const rows = registerRows(random('bench'))
  for (const register of Object.keys(rows) as RegisterId[]) await save(register)

  async function save<R extends RegisterId>(register: R): Promise<void> {
    const numbered = rows[register].map((cells, n) => ({ rowNumber: n + 2, cells }))
    const origin = { id: register, fileName: `${register}.csv`, digest: '', at: 0, by: 'bench' }
    await evidence.saveRows(register, numbered, origin)
  }
}

type AllRows = { readonly [R in RegisterId]: readonly RegisterRows[R][] }

function registerRows(draw: Random): AllRows {
  return {
    ...staffRows(draw.part('staff')),
    ...partnerRows(draw.part('partners')),
    ...policyRows(draw.part('policies')),
    ...incidentRows(draw.part('incidents')),
    'incident-notices': [],
    'collection-points': [],
    'partner-agreements': [],
    'privacy-meetings': [],
    'customer-education': [],
    systems: [],
    'security-scans': [],
    'audit-rounds': [],
    'audit-findings': [],
    'security-findings': [],
    bookings: months.flatMap((month) =>
      SURFACE_KINDS.map((channel) => ({ month, channel, count: draw.between(100, 9_000) })),
    ),
  }
}

type StaffRegisters = 'staff-roles' | 'staff-leave' | 'training-completions' | 'exam-attempts' | 'training-sessions'

function staffRows(draw: Random): Pick<AllRows, StaffRegisters> {
  const roles = Array.from({ length: STAFF }, (_, n) => ({
    number: `S${n}`,
    role: draw.pick(['guide', 'consultant', 'clerk', 'engineer']),
    unit: `unit ${n % 40}`,
    startDay: addDays('2018-01-01', draw.between(0, 2_800)),
    endDay: draw.chance(0.1) ? addDays('2024-02-01', draw.between(0, 700)) : null,
  }))
  const leave = roles
    .filter(() => draw.chance(0.04))
    .map(({ number }) => ({ number, fromDay: '2025-06-01', toDay: '2025-12-31' }))
  const done = quarters.flatMap((of) =>
    roles.flatMap(({ number }) => (draw.chance(0.97) ? [{ number, at: moment(of, draw), of }] : [])),
  )
  return {
    'staff-roles': roles,
    'staff-leave': leave,
    'training-completions': done.map(({ number, at }) => ({ number, completedAt: at })),
    'exam-attempts': done.flatMap(({ number, at }) => {
      const first = { number, takenAt: at + 1_000, score: draw.between(70, 100) }
      return first.score < 80 ? [first, { number, takenAt: at + 86_400_000, score: draw.between(78, 100) }] : [first]
    }),
    'training-sessions': quarters.map((of) => ({ quarter: periodKey(of), heldOn: lastDay(of) })),
  }
}

/** Some working hour of the quarter, not its last days. */
const moment = (of: Period, draw: Random): Instant =>
  startOfDay(addDays(firstDay(of), draw.between(0, 85)), TIME_ZONE) + draw.between(9 * 3_600, 17 * 3_600) * 1_000

function partnerRows(draw: Random): Pick<AllRows, 'partners' | 'partner-audits'> {
  const partners = Array.from({ length: PARTNERS }, (_, n) => ({
    id: `P${n}`,
    name: `Partner ${n}`,
    service: draw.pick(['hotel', 'coach', 'ferry', 'insurance']),
    processesPersonalData: draw.chance(0.9),
    dataClasses: null,
    countries: null,
    criticality: null,
    onboarded: addDays('2019-01-01', draw.between(0, 2_000)),
    offboarded: null,
  }))
  const audits = partners.flatMap(({ id: partnerId }) =>
    YEARS.filter(() => draw.chance(0.97)).map((year) => ({
      partnerId,
      reportDate: addDays(`${year}-01-10`, draw.between(0, 340)),
      result: 'pass' as const,
      fullScope: true,
      evidenceClass: 'document' as const,
      correctivePlanOn: null,
    })),
  )
  return { partners, 'partner-audits': audits }
}

function policyRows(
  draw: Random,
): Pick<AllRows, 'policy-versions' | 'policy-surfaces' | 'policy-pages' | 'policy-checks'> {
  const surfaces = Array.from({ length: SURFACES }, (_, n) => ({
    id: `F${n}`,
    name: `Surface ${n}`,
    kind: SURFACE_KINDS[n % SURFACE_KINDS.length] ?? 'website',
    url: null,
    languages: ['en', 'zh-CN'],
    collectsPersonalData: true,
    activeFrom: '2023-01-01',
    activeTo: null,
  }))
  const checks = surfaces.flatMap(({ id: surfaceId }) =>
    months.map((month) => ({
      surfaceId,
      languages: ['en', 'zh-CN'],
      version: month < '2025-03' ? '1' : '2',
      publishedOn: `${month}-0${draw.between(1, 9)}`,
      checkedOn: `${month}-${draw.between(10, 28)}`,
    })),
  )
  return {
    'policy-versions': [
      { version: '1', approvedOn: '2023-06-01', effectiveOn: null },
      { version: '2', approvedOn: '2025-02-20', effectiveOn: null },
    ],
    'policy-surfaces': surfaces,
    'policy-pages': [],
    'policy-checks': checks,
  }
}

function incidentRows(draw: Random): Pick<AllRows, 'incidents' | 'security-assessments'> {
  const incidents = YEARS.flatMap((year) =>
    Array.from({ length: year === 2024 ? 60 : 25 }, (_, n) => ({
      id: `I${year}-${n}`,
      title: `Incident ${n} of ${year}`,
      occurred: `${year}-01`,
      confirmed: addDays(`${year}-01-20`, draw.between(0, 300)),
      disclosure: 'yes' as const,
      customerData: true,
      state: 'confirmed' as const,
      discovered: null,
      severity: null,
      cause: null,
      dataClasses: null,
      partnerId: null,
      records: null,
      recordsTo: null,
    })),
  )
  return {
    incidents,
    'security-assessments': YEARS.map((year) => ({ id: `A${year}`, performedOn: `${year}-11-01`, fullScope: true })),
  }
}
