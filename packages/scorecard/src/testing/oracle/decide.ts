import type { Query } from '@wayproof/database/query/query'
import { insertRows, type NewRow } from '@wayproof/database/testing/insert-rows'
import type { Moment } from './company.ts'
import { settingsOf } from './rules.ts'

/** Two people, and the values of columns that a decision of one kind leaves empty. */
const COMMON: NewRow = {
  ...{ setting: null, value: null, goal: null, row_key: null, row_label: null, number: null, reason: 'test' },
  ...{ proposed_by_id: 'a', proposed_by: 'a', proposed_mailbox: new Uint8Array(1) },
  ...{ decision: 'confirmed', decided_by_id: 'b', decided_by: 'b' },
}

const GOALS = { surfaces: 'policy-publication', staff: 'staff-training', partners: 'partner-audit' } as const

/**
 * Replaces all decisions of two people, and adds some that must not count. Returns the version of the rules in force.
 */
export async function decide(query: Query, { rules, year, half, span, baseline }: Moment): Promise<string> {
  const rows: NewRow[] = []
  const keep = (decided: NewRow) => {
    const at = new Date(rows.length + 1)
    rows.push({ ...COMMON, ...decided, id: `${rows.length + 1}`, proposed_at: at, decided_at: at })
  }
  let number = 0
  const confirm = (setting: string, value: number | null, from: string) =>
    keep({ kind: 'setting', setting, value, applies_from: from, number: ++number })
  const changed = settingsOf(rules).filter(([, paper, value]) => value !== paper)
  // An earlier value, the value itself from its half-year on, and a third one later.
  for (const [setting, paper] of changed) confirm(setting, paper + 1, '2019-H1')
  for (const [setting, , value] of changed) confirm(setting, value, span.key)
  if (baseline.changed) confirm('baseline-year', baseline.year, span.key)
  const version = number === 0 ? '4' : `4.${number}`
  for (const [setting, , value] of changed) confirm(setting, value - 1, `${year + 1}-H1`)
  keep({ kind: 'setting', setting: 'pass-mark', value: 1, applies_from: '2019-H1', decision: 'declined' })

  for (const [register, goal] of Object.entries(GOALS)) {
    const own = register === 'partners' && half === 2 ? `${year}-H1` : span.key
    const move = (kind: string, row: string, from: string) =>
      keep({ kind, goal, row_key: row, row_label: row, applies_from: from })
    for (const row of rules.out[register as keyof typeof GOALS]) move('exclusion', row, own)
    const kept = `${{ surfaces: 'S', staff: 'E', partners: 'P' }[register]}3`
    move('exclusion', kept, own)
    move('readmission', kept, span.key)
    move('exclusion', kept, `${year - 1}-H${half}`)
  }
  await query.run('DELETE FROM rule_change')
  await insertRows(query, 'rule_change', rows)
  return version
}
