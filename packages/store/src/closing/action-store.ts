import type { Instant } from '@wayproof/kernel'
import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { ActionOutcome, ActionStore, Remedy, RemedyChange } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { improvementsOn } from '../improvements/improvement-store.ts'

interface OutcomeRow {
  readonly state: ActionOutcome['state']
  readonly text: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

const REMEDY = `SELECT id, period, goal, note, action, owner, due_on AS dueOn, effect, decided_at AS decidedAt,
    decided_by AS decidedBy FROM remedy`

const REMEDIES = `${REMEDY} WHERE period = ? ORDER BY decided_at, id`

const CHANGES = `SELECT note, action, due_on AS dueOn, effect, changed_at AS changedAt, changed_by AS changedBy
  FROM remedy_change WHERE remedy_id = ? ORDER BY number`

const COUNT_CHANGES = 'SELECT count(*) AS count FROM remedy_change WHERE remedy_id = ?'

const FROZEN = 'SELECT 1 FROM period_freeze WHERE period = ? AND outcome IS NULL'

const KEEP_BEFORE = `INSERT INTO remedy_change (remedy_id, number, note, action, due_on, effect, changed_at, changed_by)
  SELECT id, @number, note, action, due_on, effect, @at, @by FROM remedy WHERE id = @id`

const CHANGE = 'UPDATE remedy SET note = @note, action = @action, due_on = @dueOn, effect = @effect WHERE id = @id'

const OUTCOME = `SELECT state, text, recorded_at AS recordedAt, recorded_by AS recordedBy
  FROM action_outcome WHERE action_id = ?`

const INSERT = `INSERT INTO remedy (id, period, goal, note, action, owner, due_on, effect, decided_at, decided_by)
  VALUES (@id, @period, @goal, @note, @action, @owner, @dueOn, @effect, @decidedAt, @decidedBy)`

const RECORD = `INSERT INTO action_outcome (action_id, state, text, recorded_at, recorded_by)
  SELECT id, @state, @text, @recordedAt, @recordedBy
  FROM (SELECT id FROM improvement UNION ALL SELECT id FROM remedy) WHERE id = @action
  ON CONFLICT DO UPDATE SET state = excluded.state, text = excluded.text, recorded_at = excluded.recorded_at,
    recorded_by = excluded.recorded_by`

export function actionStore(database: Database): ActionStore {
  const withOutcome = <A extends { readonly id: string }>(action: A) => ({
    ...action,
    outcome: database.read<OutcomeRow>(OUTCOME).get(action.id) ?? null,
  })
  return {
    actions: async (period) => ({
      improvements: improvementsOn(database, period).map(({ id, text, owner }) => withOutcome({ id, text, owner })),
      remedies: database
        .read<Remedy>(REMEDIES)
        .all(period)
        .map((remedy) => ({ ...withOutcome(remedy), changes: database.read<RemedyChange>(CHANGES).all(remedy.id) })),
    }),
    remedy: async (id) => database.read<Remedy>(`${REMEDY} WHERE id = ?`).get(id) ?? null,
    changeRemedy: ({ id, seen, at, by, ...text }) =>
      database.write((sql): Outcome<null> => {
        const before = sql<Remedy>(`${REMEDY} WHERE id = ?`).get(id)
        if (!before) return fail('action-unknown')
        if (sql(FROZEN).get(before.period)) return fail('already-frozen')
        const { count } = sql<{ count: number }>(COUNT_CHANGES).get(id) ?? { count: 0 }
        if (count !== seen) return fail('remedy-changed')
        sql(KEEP_BEFORE).run({ id, at, by, number: count + 1 })
        sql(CHANGE).run({ id, ...text })
        return ok(null)
      }),
    addRemedy: (remedy) => database.write((sql) => void sql(INSERT).run({ ...remedy })),
    recordOutcome: (action, outcome) => database.write((sql) => sql(RECORD).run({ action, ...outcome }).changes === 1),
  }
}
