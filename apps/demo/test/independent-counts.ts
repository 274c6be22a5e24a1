import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { weightedShare } from './weighted-count.ts'

// A second count of the five goals over a finished demo, in SQL and arithmetic that share no code with the product.

export interface CountedGoal {
  readonly value: number
  readonly missing: number | null
}

export async function countGoals(database: TestDatabase, year: number): Promise<Readonly<Record<string, CountedGoal>>> {
  const count: Count = async (sql, instants = {}) => {
    const [row] = await database.rows<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, instants)
    return row!.n
  }
  const share = (num: number, den: number) => ({ value: num / den, missing: den - num })
  const quarters = await Promise.all([
    training(count, `${year}-07-01`, `${year}-09-30`),
    training(count, `${year}-10-01`, `${year}-12-31`),
  ])
  const leaks = (leakYear: number) =>
    count(`incident WHERE state = 'confirmed' AND customer_data AND counted_year = ${leakYear}`)
  const [leaksNow, leaksBefore] = [await leaks(year), await leaks(year - 1)]
  const [auditedNow, unauditedNow] = [await audited(count, year), await unaudited(count, year)]
  return {
    'policy-publication': share(await published(count, year), await count('policy_surface')),
    'staff-training': quarters.map(([passed, due]) => share(passed, due)).toSorted((a, b) => a.value - b.value)[0]!,
    'incident-reduction': { value: 1 - leaksNow / leaksBefore, missing: null },
    'customer-satisfaction': { value: await weightedShare(database, `${year}-H2`), missing: null },
    'partner-audit': share(auditedNow, auditedNow + unauditedNow),
  }
}

/** Counts the rows of a FROM clause. */
type Count = (from: string, instants?: Readonly<Record<string, Date>>) => Promise<number>

const DAY = 86_400_000

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)

async function training(count: Count, from: string, to: string): Promise<readonly [passed: number, due: number]> {
  const start = new Date(`${from}T00:00:00+08:00`)
  const end = new Date(Date.parse(`${to}T00:00:00+08:00`) + DAY)
  const due = `staff_role r WHERE start_day <= '${dayBefore(to, 29)}' AND (end_day IS NULL OR end_day > '${to}')
    AND NOT EXISTS (SELECT 1 FROM staff_leave l WHERE l.number = r.number AND l.from_day <= '${from}' AND l.to_day >= '${to}')`
  const passed = `${due}
    AND EXISTS (SELECT 1 FROM exam_attempt e WHERE e.number = r.number AND e.score >= 80 AND e.taken_at >= @start AND e.taken_at < @end)
    AND EXISTS (SELECT 1 FROM training_completion c WHERE c.number = r.number AND c.completed_at >= @start AND c.completed_at < @end)`
  return [await count(passed, { start, end }), await count(due)]
}

/** The third version on both languages of a surface, seen in the last 30 days of the year. */
const published = (count: Count, year: number) =>
  count(
    `(SELECT surface_id FROM policy_check
      WHERE version = '3' AND checked_on BETWEEN '${dayBefore(`${year}-12-31`, 30)}' AND '${year}-12-31'
      GROUP BY surface_id HAVING count(DISTINCT language) = 2) AS surface`,
  )

const fullAudit = (year: number) =>
  `EXISTS (SELECT 1 FROM partner_audit a WHERE a.partner_id = p.id AND a.full_scope AND a.report_date LIKE '${year}-%')`
const audited = (count: Count, year: number) => count(`partner p WHERE processes_personal_data AND ${fullAudit(year)}`)
const unaudited = (count: Count, year: number) =>
  count(
    `partner p WHERE processes_personal_data AND onboarded <= '${dayBefore(`${year}-12-31`, 90)}' AND NOT ${fullAudit(year)}`,
  )
