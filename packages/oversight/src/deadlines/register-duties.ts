import type { Prisma } from '@wayproof/database/generated/client'
import type { AuditFinding } from '@wayproof/evidence/registers/partners/audit-finding'
import type { SecurityFinding } from '@wayproof/evidence/registers/security/security-finding'
import { addDays, addMonths, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { OpenDuty } from './deadline.ts'

type Records = Pick<
  Prisma.TransactionClient,
  'auditFinding' | 'securityFinding' | 'partner' | 'auditRound' | 'securityAssessment' | 'policyVersion'
>

/** An agreement is listed this many days before it ends. */
const AGREEMENT_DAYS = 60
/** Yearly tasks are listed this many days before. */
const YEARLY_DAYS = 60

/** Findings, agreements, assessments, partner audits and policy reviews that are due. */
export async function registerDuties(
  records: Records,
  programmeStart: CalendarDate,
  today: CalendarDate,
): Promise<readonly OpenDuty[]> {
  const [findings, agreements, audits, yearly] = await Promise.all([
    findingDuties(records),
    agreementDuties(records, today),
    auditDuties(records, today),
    yearlyDuties(records, programmeStart, today),
  ])
  return [...findings, ...agreements, ...audits, ...yearly]
}

async function findingDuties({ auditFinding, securityFinding }: Records): Promise<readonly OpenDuty[]> {
  const audit = await auditFinding.findMany({ where: { doneOn: null }, select: { id: true, dueOn: true } })
  const security = await securityFinding.findMany({ where: { fixedOn: null }, select: { id: true, dueOn: true } })
  const duty = (kind: 'audit-finding' | 'security-finding') => {
    return ({ id, dueOn }: Pick<AuditFinding | SecurityFinding, 'id' | 'dueOn'>): OpenDuty => ({
      ...{ kind, subject: id, name: id, due: { day: dueOn } },
    })
  }
  return [...audit.map(duty('audit-finding')), ...security.map(duty('security-finding'))]
}

const isActive = (today: CalendarDate) => ({ OR: [{ offboarded: null }, { offboarded: { gt: today } }] })

/** The agreement of a partner that ends last; a newer one replaces it. */
async function agreementDuties({ partner }: Records, today: CalendarDate): Promise<readonly OpenDuty[]> {
  const partners = await partner.findMany({
    where: isActive(today),
    select: { id: true, name: true, agreements: { select: { expiresOn: true } } },
  })
  return partners.flatMap(({ id, name, agreements }): OpenDuty[] => {
    const day = lastEnd(agreements)
    if (day === null || day > addDays(today, AGREEMENT_DAYS)) return []
    return [{ kind: 'agreement', subject: id, name, due: { day } }]
  })
}

/** Null without an agreement, or if one of them has no end. */
function lastEnd(agreements: readonly { readonly expiresOn: CalendarDate | null }[]): CalendarDate | null {
  const ends = agreements.map(({ expiresOn }) => expiresOn)
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)
}

/** Questionnaires to send, and corrective plans of partners whose last audit failed. */
async function auditDuties({ partner, auditRound }: Records, today: CalendarDate): Promise<readonly OpenDuty[]> {
  const partners = await partner.findMany({
    where: isActive(today),
    select: { id: true, name: true, audits: { orderBy: { reportDate: 'desc' }, take: 1 } },
  })
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]))
  const rounds = await auditRound.findMany({ where: { sentOn: null }, orderBy: { plannedOn: 'asc' } })
  return [
    ...rounds.flatMap(({ partnerId, year, plannedOn }): OpenDuty[] => {
      const name = nameOf.get(partnerId)
      const subject = `${partnerId}:${year}`
      return name === undefined ? [] : [{ kind: 'partner-audit', subject, part: 'send', name, due: { day: plannedOn } }]
    }),
    ...partners.flatMap(({ id, name, audits: [last] }): OpenDuty[] =>
      last?.result === 'fail' && last.correctivePlanOn !== null
        ? [{ kind: 'partner-audit', subject: id, part: 'plan', name, due: { day: last.correctivePlanOn } }]
        : [],
    ),
  ]
}

/** The yearly security assessment, and the yearly review of the privacy policy. */
async function yearlyDuties(
  { securityAssessment, policyVersion }: Records,
  programmeStart: CalendarDate,
  today: CalendarDate,
): Promise<readonly OpenDuty[]> {
  const assessed = await securityAssessment.findFirst({
    where: { fullScope: true },
    orderBy: { performedOn: 'desc' },
  })
  const version = await policyVersion.findFirst({ orderBy: [{ approvedOn: 'desc' }, { version: 'desc' }] })
  // The first one is due a year after the program began.
  const assessedOn = assessed?.performedOn ?? programmeStart
  const duties: OpenDuty[] = [
    { kind: 'assessment', subject: assessed?.id ?? 'first', due: { day: addMonths(assessedOn, 12) } },
  ]
  if (version) {
    const day = addMonths(version.approvedOn, 12)
    duties.push({ kind: 'policy-review', subject: version.version, name: version.version, due: { day } })
  }
  return duties.filter(({ due }) => due.day !== undefined && due.day <= addDays(today, YEARLY_DAYS))
}
