import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { IndicatorFacts } from '../measures/indicator-facts.ts'

/** Condition on a critical finding that has been open for more than 15 days; parameter @asOf. */
export const oldCritical = ({ addDays }: Dialect): string =>
  `severity = 'critical' AND found_on < ${addDays('@asOf', '-15')} AND (fixed_on IS NULL OR fixed_on > @asOf)`

/**
 * Conditions on a finding of an audit: due in the half-year so far, and its action done in time; parameters @firstDay,
 * @at.
 */
export const FINDING_DUE = 'due_on BETWEEN @firstDay AND @at'
export const DONE_IN_TIME = 'coalesce(done_on <= due_on, FALSE)'

const COUNTS: Statement = (dialect) => `
SELECT EXISTS (SELECT 1 FROM security_finding) AS security,
  (SELECT count(*) FROM security_finding WHERE ${oldCritical(dialect)}) AS old,
  EXISTS (SELECT 1 FROM audit_finding) AS audit,
  (SELECT count(*) FROM audit_finding WHERE ${FINDING_DUE}) AS due,
  (SELECT count(*) FROM audit_finding WHERE ${FINDING_DUE} AND ${DONE_IN_TIME}) AS inTime`

type Counts = Readonly<Record<'security' | 'old' | 'audit' | 'due' | 'inTime', number>>

/** Findings of security examinations and of audits; null if the register is empty. Days are ISO texts. */
export async function findingFacts(
  query: ReadQuery,
  days: { readonly asOf: string; readonly firstDay: string; readonly at: string },
): Promise<Pick<IndicatorFacts, 'oldCriticalFindings' | 'auditFindings'>> {
  const c = await query.get<Counts>(COUNTS, days)
  return {
    oldCriticalFindings: c?.security ? c.old : null,
    auditFindings: c?.audit ? { due: c.due, inTime: c.inTime } : null,
  }
}
