import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { decisionStore } from './decision-store.ts'
import type { ExecutiveDecision } from './executive-decision.ts'

const decision: ExecutiveDecision = {
  ...{ period: '2026-H1', goal: 'partner-audit', userId: 'w', decidedBy: 'Wang' },
  ...{ choice: 'approved', comment: '', decidedAt: 5 },
}

describe.each(engines)('decisions of executives on $engine', ({ open }) => {
  test('each executive has one on each goal, which the next one replaces', async () => {
    const database = await open()
    const store = decisionStore(database)
    expect(await store.save(decision)).toEqual({ ok: true, value: null })
    await store.save({ ...decision, userId: 'z', decidedBy: 'Zhao', decidedAt: 6 })
    await store.save({ ...decision, goal: 'staff-training', decidedAt: 7 })
    const declined = { ...decision, choice: 'declined', comment: 'too dear', decidedAt: 8 } as const
    await store.save(declined)
    expect(await store.list('2026-H1')).toEqual([
      { ...decision, userId: 'z', decidedBy: 'Zhao', decidedAt: 6 },
      { ...decision, goal: 'staff-training', decidedAt: 7 },
      declined,
    ])
    expect(await store.list('2025-H2')).toEqual([])
    const { auditEntry } = await database.records()
    const entries = await auditEntry.findMany({ orderBy: { at: 'asc' } })
    expect(entries.map(({ act, subject, details }) => [act, subject, details]).at(-1)).toEqual([
      'executive-decided',
      '2026-H1',
      '{"goal":"partner-audit","choice":"declined"}',
    ])
  })

  test('none changes once the half-year is frozen', async () => {
    const database = await open()
    const store = decisionStore(database)
    await store.save(decision)
    expect(await store.isFixed('2026-H1')).toBe(false)
    const records = await database.records()
    const frozen = { figures: '{}', definitions: '{}', evidence: '{}', actions: '{}', frozenById: 'u', frozenBy: 'U' }
    const freeze = { id: 'f', period: '2026-H1', version: 1, frozenAt: new Date(8), frozenMailbox: new Uint8Array(32) }
    await records.periodFreeze.create({ data: { ...freeze, ...frozen } })
    expect(await store.isFixed('2026-H1')).toBe(true)
    expect(await store.save({ ...decision, choice: 'declined' })).toEqual({
      ok: false,
      fault: { code: 'already-frozen' },
    })
    expect(await store.list('2026-H1')).toEqual([decision])
  })
})
