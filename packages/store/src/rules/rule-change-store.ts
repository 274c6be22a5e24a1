import type { Hand } from '@wayproof/kernel'
import type { RowGoal, RuleChangeStore, RulesLock } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { type RuleChangeRow, ruleChangeOf } from './rule-change-row.ts'

const PROPOSE = `INSERT INTO rule_change (id, kind, setting, value, goal, row_key, row_label, applies_from, reason, document,
    proposed_by_id, proposed_by, proposed_mailbox, proposed_at)
  SELECT @id, @kind, @setting, @value, @goal, @row, @label, @appliesFrom, @reason, @document, @byId, @byName, @mailbox,
    @proposedAt
  WHERE NOT EXISTS (SELECT 1 FROM rule_change
    WHERE decision IS NULL AND (setting = @setting OR (goal = @goal AND row_key = @row)))`

// A freeze that came while it was decided wins: its owners sign what they were shown.
const DECIDE = `UPDATE rule_change
  SET decision = @outcome, decided_by_id = @byId, decided_by = @byName, decided_at = @at, number = @number
  WHERE id = @id AND decision IS NULL
    AND (@number IS NULL OR @number = (SELECT coalesce(max(number), 0) + 1 FROM rule_change))
    AND (@outcome <> 'confirmed' OR NOT EXISTS (SELECT 1 FROM period_freeze
      WHERE period BETWEEN applies_from AND @until AND outcome IS NULL))`

const STANDING = `
WITH
  reopened AS (SELECT DISTINCT period FROM period_reopening WHERE outcome IS NULL),
  frozen AS (SELECT DISTINCT period FROM period_freeze WHERE outcome IS NULL),
  sealed AS (SELECT DISTINCT period FROM seal WHERE period NOT IN (SELECT period FROM reopened)),
  asked AS (SELECT period FROM wave WHERE period LIKE '____-H_')
SELECT period, period IN (SELECT period FROM sealed) AS sealed, period IN (SELECT period FROM frozen) AS frozen,
  period IN (SELECT period FROM reopened) AS reopened, period IN (SELECT period FROM asked) AS asked
FROM (SELECT period FROM sealed UNION SELECT period FROM frozen UNION SELECT period FROM reopened UNION SELECT period FROM asked)
ORDER BY period`

// A register that begins later knows nothing of the year: no incident in it is not none.
const KNOWS = `SELECT 1 WHERE EXISTS (SELECT 1 FROM incident WHERE counted_year <= @year)
  OR EXISTS (SELECT 1 FROM bookings WHERE substr(month, 1, 4) = @text)`

const NOTHING = { setting: null, value: null, goal: null, row: null, label: null }

const LABEL: Readonly<Record<RowGoal, string>> = {
  'policy-publication': 'SELECT name AS label FROM policy_surface WHERE id = ?',
  'staff-training': 'SELECT min(unit) AS label FROM staff_role WHERE number = ? GROUP BY number',
  'partner-audit': 'SELECT name AS label FROM partner WHERE id = ?',
}

/** Changes of the rules that were proposed and decided. */
export function ruleChangeStore(database: Database): RuleChangeStore {
  return {
    changes: async () =>
      database
        .read<RuleChangeRow>('SELECT * FROM rule_change ORDER BY proposed_at DESC, id DESC')
        .all()
        .map(ruleChangeOf),

    standing: async () =>
      database
        .read<Record<Exclude<keyof RulesLock, 'period'>, number> & { period: string }>(STANDING)
        .all()
        .map(({ period, sealed, frozen, reopened, asked }) => {
          return { period, sealed: sealed === 1, frozen: frozen === 1, reopened: reopened === 1, asked: asked === 1 }
        }),

    knowsIncidentsOf: async (year) => database.read(KNOWS).get({ year, text: `${year}` }) !== undefined,

    labelOf: async (goal, row) => database.read<{ label: string }>(LABEL[goal]).get(row)?.label ?? null,

    propose: ({ what, proposedBy, decided: _, number: __, ...change }, mailbox) =>
      database.write((sql) => {
        const given = { ...change, ...NOTHING, ...what, mailbox, byId: proposedBy.id, byName: proposedBy.name }
        return sql(PROPOSE).run(given).changes === 1
      }),

    proposers: async (id) =>
      database
        .read<Hand>('SELECT proposed_by_id AS id, proposed_mailbox AS mailbox FROM rule_change WHERE id = ?')
        .all(id),

    decide: (id, { by, ...decision }) =>
      database.write((sql) => sql(DECIDE).run({ id, ...decision, byId: by.id, byName: by.name }).changes === 1),
  }
}
