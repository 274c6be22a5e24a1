import type { StoreDatabase } from '@wayproof/database/store-database'
import type { PartnerAudit } from '@wayproof/evidence/registers/partners/partner-audit'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { year } from '@wayproof/kernel/calendar/period'
import { openExact } from '../exact.ts'
import { factSource } from '../facts/fact-source.ts'
import { judgePartnerAudit } from '../goals/partner-audit.ts'
import { RULES } from '../rules.ts'
import { commonFigures, type Figures } from './scenario-figures.ts'

interface VendorAuditInput {
  readonly year: number
  readonly asOf: CalendarDate
  readonly graceDaysAfterOnboarding: number
  readonly elapsedShare?: number
  readonly vendors: readonly Vendor[]
}

interface Vendor {
  readonly id: string
  readonly onboarded: CalendarDate
  readonly offboarded: CalendarDate | null
  readonly processesPersonalData: boolean
  readonly audits: readonly {
    readonly reportDate: CalendarDate
    readonly result: 'pass' | 'fail'
    readonly fullScope: boolean
    readonly evidenceClass?: PartnerAudit['evidenceClass']
    readonly correctivePlanOn?: CalendarDate | null
  }[]
}

export async function playVendorAudit(database: StoreDatabase, input: VendorAuditInput): Promise<Figures> {
  await write(database, input)
  const rules = { ...RULES, partnerGraceDays: input.graceDaysAfterOnboarding }
  const counts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).forHalfYear('2025-H2')
  const facts = await counts.partners(input.year, input.asOf)
  const verdict = openExact(
    judgePartnerAudit(facts, {
      period: year(input.year),
      asOf: input.asOf,
      rules,
      ...(input.elapsedShare !== undefined && { elapsedShare: input.elapsedShare }),
    }),
  )
  const { passed, notYetDue, failedWithoutPlan, pace } = verdict.figures
  return {
    ...commonFigures(verdict, { numerator: facts.audited, denominator: facts.due }),
    passed,
    notYetDue,
    failedWithoutPlan,
    need: pace?.need,
  }
}

async function write(database: StoreDatabase, input: VendorAuditInput): Promise<void> {
  const partners = input.vendors.map((vendor) => ({
    id: vendor.id,
    name: vendor.id,
    service: 'service',
    processesPersonalData: vendor.processesPersonalData,
    ...UNSAID.partner,
    onboarded: vendor.onboarded,
    offboarded: vendor.offboarded,
  }))
  await saveRegister(database, 'partners', partners)
  const audits = input.vendors.flatMap((vendor) =>
    vendor.audits.map((audit) => ({
      partnerId: vendor.id,
      reportDate: audit.reportDate,
      result: audit.result,
      fullScope: audit.fullScope,
      evidenceClass: audit.evidenceClass ?? 'on-site',
      // A field that is missing in the scenario counts as fulfilled.
      correctivePlanOn: audit.correctivePlanOn === undefined ? audit.reportDate : audit.correctivePlanOn,
    })),
  )
  await saveRegister(database, 'partner-audits', audits)
}
