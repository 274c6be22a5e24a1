import { describe, expect, test } from 'vitest'
import type { RemedyCorrection } from '../../closing/ports.ts'
import type { Remedy } from '../../closing/remedies/remedy.ts'
import type { OpenContractStores } from './contract-stores.ts'
import { freezeNamed, freezer, mailboxOf, PERIOD } from './stored-closing.ts'

const text = { note: 'late', action: 'start earlier', dueOn: '2026-06-30', effect: 'all audited' }
const remedy = (id: string, decidedAt: number): Remedy => {
  return { ...text, id, period: PERIOD, goal: 'partner-audit', owner: 'procurement', decidedAt, decidedBy: 'Lin' }
}
const change = (more: Partial<RemedyCorrection> = {}): RemedyCorrection => {
  return { ...text, id: 'remedy-1', seen: 0, at: 50, by: 'Ma', note: 'an auditor was ill', ...more }
}
const improvement = (id: string, chosenAt: number) => ({
  ...{ id, period: PERIOD, text: { 'zh-CN': '表格更短', en: 'a shorter form' }, owner: 'customer-service' },
  ...{ chosenAt, chosenBy: 'Lin' },
})

/** The behavior that every storage of remedies and improvements has. */
export function actionStoreContract(engine: string, open: OpenContractStores): void {
  describe(`actions in ${engine}`, () => {
    test('the actions of a half-year are listed in the order in which they were decided', async () => {
      const { actions, improvements } = await open()
      for (const [id, at] of [
        ['b', 1],
        ['c', 2],
        ['a', 2],
      ] as const) {
        await actions.addRemedy(remedy(`remedy-${id}`, at))
        await improvements.choose(improvement(`improvement-${id}`, at))
      }
      const { remedies, improvements: chosen } = await actions.actions(PERIOD)
      expect(remedies.map(({ id }) => id)).toEqual(['remedy-b', 'remedy-a', 'remedy-c'])
      expect(remedies[0]).toEqual({ ...remedy('remedy-b', 1), outcome: null, changes: [] })
      expect(chosen.map(({ id }) => id)).toEqual(['improvement-b', 'improvement-a', 'improvement-c'])
      expect(await actions.actions('2025-H1')).toEqual({ remedies: [], improvements: [], agreed: [] })
    })

    test('a changed remedy keeps each previous text, oldest first', async () => {
      const { actions } = await open()
      await actions.addRemedy(remedy('remedy-1', 1))
      expect(await actions.changeRemedy(change())).toEqual({ ok: true, value: null })
      expect(await actions.changeRemedy(change({ seen: 1, note: 'two were ill', at: 60 }))).toMatchObject({ ok: true })
      expect(await actions.remedy('remedy-1')).toEqual({ ...remedy('remedy-1', 1), note: 'two were ill' })
      expect((await actions.actions(PERIOD)).remedies[0]?.changes).toEqual([
        { ...text, changedAt: 50, changedBy: 'Ma' },
        { ...text, note: 'an auditor was ill', changedAt: 60, changedBy: 'Ma' },
      ])
    })

    test('a remedy is not changed if it is unknown, frozen, or was changed since it was read', async () => {
      const { actions, closing } = await open()
      const refused = (code: string) => ({ ok: false, fault: { code } })
      expect([await actions.remedy('remedy-1'), await actions.changeRemedy(change())]).toEqual([
        null,
        refused('action-unknown'),
      ])
      await actions.addRemedy(remedy('remedy-1', 1))
      expect(await actions.changeRemedy(change({ seen: 1 }))).toEqual(refused('remedy-changed'))
      await closing.freeze(freezeNamed('f-1'), mailboxOf(freezer.id), [])
      expect(await actions.changeRemedy(change())).toEqual(refused('already-frozen'))
    })

    test('an outcome belongs to a remedy or an improvement, and a later one replaces it', async () => {
      const { actions, improvements } = await open()
      const outcome = { state: 'done', text: 'three fields', recordedAt: 70, recordedBy: 'Lin' } as const
      const first = { seen: null, owner: null, following: '2026-H1' }
      expect(await actions.recordOutcome('none', outcome, first)).toMatchObject({ fault: { code: 'action-unknown' } })
      await actions.addRemedy(remedy('remedy-1', 1))
      await improvements.choose(improvement('improvement-1', 1))
      for (const id of ['remedy-1', 'improvement-1']) {
        const underWay = { ...outcome, state: 'under-way', recordedAt: 60 } as const
        expect(await actions.recordOutcome(id, underWay, first)).toEqual({ ok: true, value: null })
        expect(await actions.recordOutcome(id, outcome, { ...first, seen: 60 })).toMatchObject({ ok: true })
      }
      const promisedActions = await actions.actions(PERIOD)
      expect([promisedActions.remedies[0]?.outcome, promisedActions.improvements[0]?.outcome]).toEqual([
        outcome,
        outcome,
      ])
    })

    test('an outcome is refused if another was recorded since, or if the office does not own the action', async () => {
      const { actions } = await open()
      const outcome = { state: 'done', text: 'three fields', recordedAt: 70, recordedBy: 'Lin' } as const
      await actions.addRemedy(remedy('remedy-1', 1))
      const record = (seen: number | null, owner: 'procurement' | 'it-security') =>
        actions.recordOutcome('remedy-1', outcome, { seen, owner, following: '2026-H1' })
      expect(await record(null, 'it-security')).toEqual({ ok: false, fault: { code: 'not-the-owner' } })
      expect(await record(null, 'procurement')).toEqual({ ok: true, value: null })
      expect(await record(null, 'procurement')).toEqual({ ok: false, fault: { code: 'outcome-changed' } })
      expect(await record(70, 'procurement')).toEqual({ ok: true, value: null })
    })

    test('an outcome is refused while the half-year that contains it is frozen', async () => {
      const { actions, closing } = await open()
      await actions.addRemedy({ ...remedy('remedy-1', 1), period: '2025-H1' })
      const outcome = { state: 'under-way', text: 'half of it', recordedAt: 70, recordedBy: 'Lin' } as const
      const record = (seen: number | null, following: string) =>
        actions.recordOutcome('remedy-1', outcome, { seen, owner: null, following })
      expect(await actions.state('remedy-1')).toEqual({ period: '2025-H1', state: null })
      await closing.freeze(freezeNamed('f-1'), mailboxOf(freezer.id), [])
      expect(await record(null, PERIOD)).toEqual({ ok: false, fault: { code: 'already-frozen' } })
      expect(await record(null, '2026-H1')).toMatchObject({ ok: true })
      expect(await actions.state('remedy-1')).toEqual({ period: '2025-H1', state: 'under-way' })
      expect(await actions.state('none')).toBeNull()
    })

    test('a withdrawn improvement is no longer among the actions, and is withdrawn once', async () => {
      const { actions, improvements } = await open()
      await improvements.choose(improvement('improvement-1', 1))
      const withdraw = () => improvements.withdraw('improvement-1', { at: 80, by: 'Ma' })
      expect(await improvements.periodOf('improvement-1')).toBe(PERIOD)
      expect(await withdraw()).toEqual({ ok: true, value: null })
      expect(await withdraw()).toEqual({ ok: false, fault: { code: 'improvement-unknown' } })
      expect(await improvements.periodOf('improvement-1')).toBeNull()
      expect((await actions.actions(PERIOD)).improvements).toEqual([])
    })
  })
}
