import type { StoreDatabase } from '@wayproof/database/store-database'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Incident } from '../registers/incidents/incident.ts'
import type { PartnerAudit } from '../registers/partners/partner-audit.ts'
import type { PolicyCheck } from '../registers/policies/policy-check.ts'
import type { StaffRole } from '../registers/staff/staff-role.ts'
import { saveRegister } from './save-register.ts'
import { UNSAID } from './unsaid.ts'

const at = (day: string) => startOfDay(day, 'Asia/Shanghai') + 9 * 3_600_000

/** Small registers for 2025 in which each of three goals lacks one row: a surface, a member of staff, a partner. */
export async function fillRegisters(database: StoreDatabase): Promise<void> {
  await database.write((query) =>
    query.run(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, baseline_year, sample)
      VALUES (1, '示例', 'Example', 'privacy@example.com', '2024-07-01', NULL, true)`),
  )
  await fillPolicies(database)
  await fillStaff(database)
  await fillIncidents(database)
  const names = ['Harbour', 'Sunline', 'Vela']
  const partners = names.map((name) => ({
    id: name,
    name,
    service: 'ferry',
    processesPersonalData: true,
    ...UNSAID.partner,
    onboarded: '2020-01-01',
    offboarded: null,
  }))
  await saveRegister(database, 'partners', partners)
  const audit = (partnerId: string, reportDate: string, fullScope = true): PartnerAudit => {
    return { partnerId, reportDate, result: 'pass', fullScope, evidenceClass: 'on-site', correctivePlanOn: null }
  }
  const audits = [
    ...names.map((name) => audit(name, '2024-05-01')),
    audit('Harbour', '2025-03-01'),
    audit('Vela', '2025-09-01'),
  ]
  await saveRegister(database, 'partner-audits', [...audits, audit('Sunline', '2025-10-01', false)])
}

async function fillPolicies(database: StoreDatabase): Promise<void> {
  await saveRegister(database, 'policy-versions', [
    { version: '2', approvedOn: '2024-06-01', effectiveOn: null },
    { version: '3', approvedOn: '2025-08-01', effectiveOn: null },
  ])
  const ids = ['web', 'app', 'branch']
  await saveRegister(
    database,
    'policy-surfaces',
    ids.map((id) => {
      const kind = id === 'web' ? ('website' as const) : id === 'app' ? ('app' as const) : ('branch' as const)
      return {
        id,
        name: id,
        kind,
        url: null,
        languages: ['en', 'zh-CN'],
        collectsPersonalData: true,
        activeFrom: '2024-01-01',
        activeTo: null,
      }
    }),
  )
  const seen = (surfaceId: string, version: string, checkedOn: string): PolicyCheck => {
    return { surfaceId, languages: ['en', 'zh-CN'], version, publishedOn: '2025-08-05', checkedOn }
  }
  const checks = [seen('web', '3', '2025-12-20'), seen('app', '3', '2025-12-20'), seen('branch', '2', '2025-12-20')]
  // Corrected after the half-year, which it does not change.
  await saveRegister(database, 'policy-checks', [...checks, seen('branch', '3', '2026-01-03')])
}

async function fillStaff(database: StoreDatabase): Promise<void> {
  const numbers = Array.from({ length: 20 }, (_, i) => `E${i}`)
  const roles = numbers.map(
    (number): StaffRole => ({ number, role: 'agent', unit: 'call centre', startDay: '2020-01-01', endDay: null }),
  )
  await saveRegister(database, 'staff-roles', roles)
  const rounds = [
    { day: '2025-08-10', who: numbers },
    { day: '2025-11-10', who: numbers.slice(2) },
    { day: '2026-01-02', who: ['E0'] },
  ]
  const done = rounds.flatMap(({ day, who }) => who.map((number) => ({ number, completedAt: at(day) })))
  await saveRegister(database, 'training-completions', done)
  const tried = rounds.flatMap(({ day, who }) =>
    who.map((number) => ({ number, takenAt: at(day) + 60_000, score: 90 })),
  )
  await saveRegister(database, 'exam-attempts', [...tried, { number: 'E1', takenAt: at('2025-11-11'), score: 72 }])
  await saveRegister(database, 'training-sessions', [
    { quarter: '2025-Q3', heldOn: '2025-08-10' },
    { quarter: '2025-Q4', heldOn: '2025-11-10' },
  ])
}

async function fillIncidents(database: StoreDatabase): Promise<void> {
  const leak = (id: string, confirmed: string, more: Partial<Incident> = {}): Incident => {
    return {
      id,
      title: id,
      occurred: null,
      confirmed,
      disclosure: 'yes',
      customerData: true,
      state: 'confirmed',
      partnerId: null,
      ...UNSAID.incident,
      ...more,
    }
  }
  const before = Array.from({ length: 8 }, (_, i) => leak(`before ${i}`, '2024-03'))
  const now = ['2025-02-03', '2025-05', '2025-09-01', '2025-12-31'].map((day) => leak(`now ${day}`, day))
  const others = [
    leak('rejected', '2025-04-01', { state: 'rejected' }),
    leak('no leak', '2025-04-01', { disclosure: 'no' }),
    leak('not of customers', '2025-04-01', { customerData: false }),
  ]
  await saveRegister(database, 'incidents', [...before, ...now, ...others])
  await saveRegister(database, 'security-assessments', [{ id: 'yearly', performedOn: '2025-10-10', fullScope: true }])
}
