import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { weightedShare } from './weighted-count.ts'

// A second count of the five goals over a finished demo, in SQL and arithmetic that share no code with the product.

export interface CountedGoal {
  readonly value: number
  readonly missing: number | null
}

export function countGoals(data: string, year: number): Readonly<Record<string, CountedGoal>> {
  const db = new SQLite(join(data, 'wayproof.db'), { readonly: true })
  try {
    const readNumber = (sql: string, ...values: unknown[]) =>
      db
        .prepare(sql)
        .pluck()
        .get(...values) as number
    const share = (num: number, den: number) => ({ value: num / den, missing: den - num })
    const quarters = [
      [`${year}-07-01`, `${year}-09-30`],
      [`${year}-10-01`, `${year}-12-31`],
    ].map(([from, to]) => training(readNumber, from!, to!))
    const leaks = (leakYear: number) =>
      readNumber(
        `SELECT count(*) FROM incident WHERE state = 'confirmed' AND customer_data AND counted_year = ?`,
        leakYear,
      )
    return {
      'policy-publication': share(published(readNumber, year), readNumber(`SELECT count(*) FROM policy_surface`)),
      'staff-training': quarters.map(([passed, due]) => share(passed, due)).toSorted((a, b) => a.value - b.value)[0]!,
      'incident-reduction': { value: 1 - leaks(year) / leaks(year - 1), missing: null },
      'customer-satisfaction': { value: weightedShare(db, `${year}-H2`), missing: null },
      'partner-audit': share(audited(readNumber, year), audited(readNumber, year) + unaudited(readNumber, year)),
    }
  } finally {
    db.close()
  }
}

type One = (sql: string, ...values: unknown[]) => number

function training(readNumber: One, from: string, to: string): readonly [passed: number, due: number] {
  const start = Date.parse(`${from}T00:00:00+08:00`)
  const end = Date.parse(`${to}T00:00:00+08:00`) + 86_400_000
  const due = `SELECT number FROM staff_role r WHERE start_day <= date('${to}', '-29 days') AND (end_day IS NULL OR end_day > '${to}')
    AND NOT EXISTS (SELECT 1 FROM staff_leave l WHERE l.number = r.number AND l.from_day <= '${from}' AND l.to_day >= '${to}')`
  const passedSql = `${due}
    AND EXISTS (SELECT 1 FROM exam_attempt e WHERE e.number = r.number AND e.score >= 80 AND e.taken_at >= ${start} AND e.taken_at < ${end})
    AND EXISTS (SELECT 1 FROM training_completion c WHERE c.number = r.number AND c.completed_at >= ${start} AND c.completed_at < ${end})`
  return [readNumber(`SELECT count(*) FROM (${passedSql})`), readNumber(`SELECT count(*) FROM (${due})`)]
}

/** The third version on both languages of a surface, seen in the last 30 days of the year. */
const published = (readNumber: One, year: number) =>
  readNumber(
    `SELECT count(*) FROM (SELECT surface_id FROM policy_check WHERE version = '3' AND checked_on BETWEEN date(?, '-30 days') AND ?
     GROUP BY surface_id HAVING count(DISTINCT language) = 2)`,
    `${year}-12-31`,
    `${year}-12-31`,
  )

const fullAudit = (year: number) =>
  `EXISTS (SELECT 1 FROM partner_audit a WHERE a.partner_id = p.id AND a.full_scope AND a.report_date LIKE '${year}-%')`
const audited = (readNumber: One, year: number) =>
  readNumber(`SELECT count(*) FROM partner p WHERE processes_personal_data AND ${fullAudit(year)}`)
const unaudited = (readNumber: One, year: number) =>
  readNumber(
    `SELECT count(*) FROM partner p WHERE processes_personal_data AND date(onboarded, '+90 days') <= '${year}-12-31' AND NOT ${fullAudit(year)}`,
  )
