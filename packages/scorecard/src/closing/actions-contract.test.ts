import { engines } from '@wayproof/database/testing/engines'
import { actionStore } from '@wayproof/oversight/actions/action-store'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { describe, expect, test } from 'vitest'
import type { Remedy } from './remedies/remedy.ts'

const period = '2026-H1'
const improvement = (id: string, chosenAt: number) => ({
  id,
  period,
  text: { 'zh-CN': '改进', en: 'improvement' },
  owner: 'customer-service' as const,
  chosenAt,
  chosenBy: 'Chen Yu',
})
const text = { note: 'late answers', action: 'two more people', dueOn: '2026-09-30', effect: 'answers in time' }
const remedy = (id: string, decidedAt: number): Remedy => ({
  id,
  period,
  goal: 'customer-satisfaction',
  owner: 'customer-service',
  ...text,
  decidedAt,
  decidedBy: 'Chen Yu',
})
const outcome = { state: 'done', text: 'as planned', recordedAt: 5, recordedBy: 'Li Na' } as const

describe.each(engines)('actions on $engine', ({ open }) => {
  test('are listed in the order of their decisions, and by id within one moment', async () => {
    const database = await open()
    const actions = actionStore(database)
    for (const [id, at] of [
      ['B', 2],
      ['b', 1],
      ['a', 2],
      ['é', 2],
    ] as const)
      await actions.addRemedy(remedy(id, at))
    expect((await actions.actions(period)).remedies.map(({ id }) => id)).toEqual(['b', 'B', 'a', 'é'])
    expect(await actions.remedy('b')).toEqual(remedy('b', 1))
    expect(await actions.remedy('none')).toBeNull()
  })

  test('store the text before each change, and refuse a change of a text that was changed since it was read', async () => {
    const actions = actionStore(await open())
    await actions.addRemedy(remedy('r', 1))
    const change = { id: 'r', ...text, note: 'fewer late answers', at: 7, by: 'Li Na' }
    expect(await actions.changeRemedy({ ...change, seen: 0 })).toEqual({ ok: true, value: null })
    expect(await actions.changeRemedy({ ...change, seen: 0 })).toMatchObject({ fault: { code: 'remedy-changed' } })
    expect(await actions.changeRemedy({ ...change, id: 'none', seen: 0 })).toMatchObject({
      fault: { code: 'action-unknown' },
    })
    const [kept] = (await actions.actions(period)).remedies
    expect(kept).toEqual({
      ...remedy('r', 1),
      note: 'fewer late answers',
      outcome: null,
      changes: [{ ...text, changedAt: 7, changedBy: 'Li Na' }],
    })
  })

  test('accept one of two concurrent changes', async () => {
    const actions = actionStore(await open())
    await actions.addRemedy(remedy('r', 1))
    const change = (by: string) => actions.changeRemedy({ id: 'r', ...text, seen: 0, at: 7, by })
    const results = await Promise.all([change('Li Na'), change('Chen Yu')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toMatchObject([{ fault: { code: 'remedy-changed' } }])
  })

  test('have one outcome, the last recorded one', async () => {
    const database = await open()
    const actions = actionStore(database)
    await improvementStore(database).choose(improvement('i', 1))
    await actions.addRemedy(remedy('r', 1))
    const first = { seen: null, owner: null, following: '2030-H1' }
    expect(await actions.recordOutcome('none', outcome, first)).toMatchObject({ fault: { code: 'action-unknown' } })
    expect(await actions.recordOutcome('i', outcome, first)).toMatchObject({ ok: true })
    const underWay = { ...outcome, state: 'under-way', recordedAt: 4 } as const
    expect(await actions.recordOutcome('r', underWay, first)).toMatchObject({ ok: true })
    expect(await actions.recordOutcome('r', outcome, { ...first, seen: 4 })).toMatchObject({ ok: true })
    const found = await actions.actions(period)
    expect(found.improvements).toMatchObject([{ id: 'i', outcome }])
    expect(found.remedies).toMatchObject([{ id: 'r', outcome }])
  })
})

describe.each(engines)('outcomes on $engine', ({ open }) => {
  test('one of two that are recorded at once is refused', async () => {
    const actions = actionStore(await open())
    await actions.addRemedy(remedy('r', 1))
    const record = (recordedBy: string) =>
      actions.recordOutcome(
        'r',
        { ...outcome, recordedBy },
        { seen: null, owner: 'customer-service', following: '2030-H1' },
      )
    const results = await Promise.all([record('Li Na'), record('Chen Yu')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toMatchObject([{ fault: { code: 'outcome-changed' } }])
  })
})

describe.each(engines)('improvements on $engine', ({ open }) => {
  test('are in force until they are withdrawn, once, which is impossible after an invitation has mentioned them', async () => {
    const database = await open()
    const improvements = improvementStore(database)
    for (const [id, at] of [
      ['two', 2],
      ['one', 1],
      ['told', 3],
    ] as const) {
      await improvements.choose(improvement(id, at))
    }
    const { improvement: records } = await database.records()
    await records.update({ where: { id: 'told' }, data: { toldWaveId: 'wave' } })
    const by = { at: 9, by: 'Li Na' }
    expect(await improvements.withdraw('one', by)).toEqual({ ok: true, value: null })
    expect(await improvements.withdraw('one', by)).toMatchObject({ fault: { code: 'improvement-unknown' } })
    expect(await improvements.withdraw('told', by)).toMatchObject({ fault: { code: 'improvement-told' } })
    expect(await improvements.list(period)).toEqual([
      { ...improvement('two', 2), told: false, withdrawn: null },
      { ...improvement('told', 3), told: true, withdrawn: null },
    ])
    expect(await improvements.withdrawn(period)).toEqual([{ ...improvement('one', 1), told: false, withdrawn: by }])
    expect([await improvements.periodOf('two'), await improvements.periodOf('one')]).toEqual([period, null])
  })
})
