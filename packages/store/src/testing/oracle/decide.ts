import type { Sql } from '../../engine/sqlite/sql.ts'
import type { Moment } from './company.ts'
import { settingsOf } from './rules.ts'

const INSERT = `INSERT INTO rule_change (id, kind, setting, value, goal, row_key, row_label, applies_from, reason,
    proposed_by_id, proposed_by, proposed_mailbox, proposed_at, decision, decided_by_id, decided_by, decided_at, number)
  VALUES (@id, @kind, @setting, @value, @goal, @row, @row, @from, 'test', 'a', 'a', x'00', @at, @decision, 'b', 'b', @at,
    @number)`

const GOALS = { surfaces: 'policy-publication', staff: 'staff-training', partners: 'partner-audit' } as const

/**
 * Replaces all decisions of two people, and adds some that must not count. Returns the version of the rules in force.
 */
export function decide(sql: Sql, { rules, year, half, span, baseline }: Moment): string {
  sql('DELETE FROM rule_change').run()
  let [id, number] = [0, 0]
  const add = sql(INSERT)
  const nothing = { setting: null, value: null, goal: null, row: null, number: null }
  const keep = (of: object) => {
    id += 1
    add.run({ ...nothing, decision: 'confirmed', ...of, id: `${id}`, at: id })
  }
  const confirm = (setting: string, value: number | null, from: string) =>
    keep({ kind: 'setting', setting, value, from, number: ++number })
  const changed = settingsOf(rules).filter(([, paper, value]) => value !== paper)
  // An earlier value, the value itself from its half-year on, and a third one later.
  for (const [setting, paper] of changed) confirm(setting, paper + 1, '2019-H1')
  for (const [setting, , value] of changed) confirm(setting, value, span.key)
  if (baseline.changed) confirm('baseline-year', baseline.year, span.key)
  const version = number === 0 ? '3' : `3.${number}`
  for (const [setting, , value] of changed) confirm(setting, value - 1, `${year + 1}-H1`)
  keep({ kind: 'setting', setting: 'pass-mark', value: 1, from: '2019-H1', decision: 'declined' })

  for (const [register, goal] of Object.entries(GOALS)) {
    const own = register === 'partners' && half === 2 ? `${year}-H1` : span.key
    const move = (kind: string, row: string, from: string) => keep({ kind, goal, row, from })
    for (const row of rules.out[register as keyof typeof GOALS]) move('exclusion', row, own)
    const kept = `${{ surfaces: 'S', staff: 'E', partners: 'P' }[register]}3`
    move('exclusion', kept, own)
    move('readmission', kept, span.key)
    move('exclusion', kept, `${year - 1}-H${half}`)
  }
  return version
}
