import type { Instant } from '@wayproof/kernel'
import type { ActionOutcome, ActionStore, Remedy } from '@wayproof/scorecard'
import { improvementsOn } from '../improvement-store.ts'
import type { Database } from '../sqlite/database.ts'

interface OutcomeRow {
  readonly state: ActionOutcome['state']
  readonly text: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

const REMEDIES = `SELECT id, period, goal, note, action, owner, due_on AS dueOn, effect, decided_at AS decidedAt,
    decided_by AS decidedBy
  FROM remedy WHERE period = ? ORDER BY decided_at, id`

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
      remedies: database.read<Remedy>(REMEDIES).all(period).map(withOutcome),
    }),
    addRemedy: (remedy) => database.write((sql) => void sql(INSERT).run({ ...remedy })),
    recordOutcome: (action, outcome) => database.write((sql) => sql(RECORD).run({ action, ...outcome }).changes === 1),
  }
}
