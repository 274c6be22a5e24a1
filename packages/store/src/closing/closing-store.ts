import type { Hand, Ids, PeriodKey } from '@wayproof/kernel'
import type { ClosingStore, PeriodClosing, VerifyPorts } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { askToSign, tellOfRestatement } from './closing-letters.ts'
import {
  type FreezeRow,
  freezeOf,
  type ReopeningRow,
  reopeningOf,
  type SignatureRow,
  signatureOf,
} from './freeze-row.ts'
import { addMissing, dropMissing } from './missing-rows.ts'
import { sealReads } from './seal-reads.ts'
import { INSERT_SEAL, type SealRow, sealOf } from './seal-row.ts'
import { undoneSince } from './undone-imports.ts'

const INSERT_FREEZE = `INSERT INTO period_freeze
    (id, period, version, figures, definitions, evidence, actions, frozen_at, frozen_by_id, frozen_by,
      frozen_mailbox)
  SELECT @id, @period, @version, @figures, @definitions, @evidence, @actions, @frozenAt, @byId, @byName, @mailbox
  WHERE NOT EXISTS (SELECT 1 FROM period_freeze WHERE period = @period AND outcome IS NULL)`

const INSERT_SIGNATURE = `INSERT INTO goal_signature (freeze_id, goal, owner, signed_by_id, signed_by, signed_at, signed_mailbox)
  SELECT id, @goal, @owner, @byId, @byName, @at, @mailbox FROM period_freeze WHERE id = @freezeId AND outcome IS NULL
  ON CONFLICT DO NOTHING`

const INSERT_REOPENING = `INSERT INTO period_reopening (id, period, version, reason, reopened_at, reopened_by_id, reopened_by,
    reopened_mailbox)
  SELECT @id, @period, @version, @reason, @at, @byId, @byName, @mailbox
  WHERE NOT EXISTS (SELECT 1 FROM period_reopening WHERE period = @period AND outcome IS NULL)`

const END_FREEZE = `UPDATE period_freeze SET outcome = @outcome, ended_at = @at, ended_by_id = @byId, ended_by = @byName
  WHERE id = @id AND outcome IS NULL`

const END_REOPENING = `UPDATE period_reopening SET outcome = @outcome, ended_at = @at, ended_by_id = @byId, ended_by = @byName
  WHERE period = @period AND outcome IS NULL`

const HANDS = `SELECT reopened_by_id AS id, reopened_mailbox AS mailbox FROM period_reopening
    WHERE period = @period AND outcome IS NULL
  UNION ALL SELECT frozen_by_id, frozen_mailbox FROM period_freeze WHERE period = @period AND outcome IS NULL
  UNION ALL SELECT signed_by_id, signed_mailbox FROM goal_signature
    WHERE freeze_id IN (SELECT id FROM period_freeze WHERE period = @period AND outcome IS NULL)`

/** Half-years on their way to a seal, and the chain of seals. */
export function closingStore(
  database: Database,
  { ids, timeZone }: { readonly ids: Ids; readonly timeZone: string },
): ClosingStore & VerifyPorts['closing'] {
  return {
    ...sealReads((work) => database.snapshot(work)),
    closing: async (period) => closingOf(database, period),

    hands: async (period) => database.read<Hand>(HANDS).all({ period }),

    freeze: ({ frozenBy, parts, ...freeze }, mailbox, missing) =>
      database.write((sql) => {
        const values = { ...freeze, ...parts, byId: frozenBy.id, byName: frozenBy.name, mailbox }
        if (sql(INSERT_FREEZE).run(values).changes === 0) return false
        for (const list of missing) addMissing(sql, freeze, list)
        askToSign(sql, ids, freeze)
        return true
      }),

    takeBackFreeze: (id, by, at) =>
      database.write((sql) => {
        const ended = { id, outcome: 'taken-back', at, byId: by.id, byName: by.name }
        if (sql(END_FREEZE).run(ended).changes === 0) return false
        dropMissing(sql, id)
        return true
      }),

    sign: ({ by, ...signature }, mailbox) =>
      database.write((sql) => {
        const values = { ...signature, byId: by.id, byName: by.name, mailbox }
        return sql(INSERT_SIGNATURE).run(values).changes === 1
      }),

    seal: ({ parts, ...seal }, freezeId, at, restatement) =>
      database.write((sql) => {
        // The closing officer stands in the seal, and in the two that it ends.
        const { closed } = JSON.parse(parts.signatures) as { closed: { id: string; name: string } }
        const by = { at, byId: closed.id, byName: closed.name }
        const waits = sql('SELECT 1 FROM period_freeze WHERE id = ? AND outcome IS NULL').get(freezeId)
        if (!waits || sql(INSERT_SEAL).run({ ...seal, ...parts }).changes === 0) return null
        sql(END_FREEZE).run({ id: freezeId, outcome: 'closed', ...by })
        sql(END_REOPENING).run({ period: seal.period, outcome: 'restated', ...by })
        return { told: restatement ? tellOfRestatement(sql, ids, { restatement, at, timeZone }) : 0 }
      }),

    reopen: ({ by, ...reopening }, mailbox) =>
      database.write((sql) => {
        const values = { ...reopening, byId: by.id, byName: by.name, mailbox }
        return sql(INSERT_REOPENING).run(values).changes === 1
      }),

    takeBackReopening: (period, by, at) =>
      database.write((sql) => {
        const frozen = 'SELECT 1 FROM period_freeze WHERE period = ? AND outcome IS NULL'
        if (sql(frozen).get(period)) return false
        const ended = { period, outcome: 'taken-back', at, byId: by.id, byName: by.name }
        return sql(END_REOPENING).run(ended).changes === 1
      }),

    undoneSince: async (sealed) => database.snapshot((read) => undoneSince(read, sealed)),

    lastSeal: async () => {
      const row = database.read<SealRow>('SELECT * FROM seal ORDER BY number DESC LIMIT 1').get()
      return row ? sealOf(row) : null
    },
  }
}

function closingOf(database: Database, period: PeriodKey): PeriodClosing {
  return database.snapshot((read) => {
    const seals = read<SealRow>('SELECT * FROM seal WHERE period = ? ORDER BY version').all(period)
    const waiting = (table: string) => `SELECT * FROM ${table} WHERE period = ? AND outcome IS NULL`
    const reopening = read<ReopeningRow>(waiting('period_reopening')).get(period)
    const freeze = read<FreezeRow>(waiting('period_freeze')).get(period)
    const signatures = read<SignatureRow>('SELECT * FROM goal_signature WHERE freeze_id = ? ORDER BY signed_at, goal')
    return {
      seals: seals.map(sealOf),
      reopening: reopening ? reopeningOf(reopening) : null,
      freeze: freeze ? freezeOf(freeze) : null,
      signatures: freeze ? signatures.all(freeze.id).map(signatureOf) : [],
    }
  })
}
