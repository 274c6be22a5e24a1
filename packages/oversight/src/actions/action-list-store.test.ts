import { engines } from '@wayproof/database/testing/engines'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { describe, expect, test } from 'vitest'
import type { AgreedAction } from './action.ts'
import { actionListStore } from './action-list-store.ts'
import { actionStore } from './action-store.ts'

const text = { text: 'Check the logs', owner: 'it-security', dueOn: '2026-09-30', effect: 'no open logs' } as const
const agreed = (id: string): AgreedAction => ({
  ...{ ...text, id, period: '2026-H1', origin: 'security-finding', originId: 'SF-1' },
  ...{ agreedAt: 5, agreedBy: 'Lin' },
})
const finding = {
  ...{ id: 'SF-1', foundIn: 'A-1', foundOn: '2026-01-10', finding: 'open logs', severity: 'low', owner: 'it-security' },
  ...{ dueOn: '2026-08-01', importId: 'i', rowNumber: 1 },
}
const closed = (code: string) => ({ ok: false, fault: { code } })

describe.each(engines)('the list of actions on $engine', ({ open }) => {
  async function openWithFinding() {
    const database = await open()
    const records = await database.records()
    await records.securityFinding.create({ data: finding })
    return { database, records, list: actionListStore(database), actions: actionStore(database) }
  }

  test('has actions on red goals, improvements and agreed actions with their outcomes', async () => {
    const { database, list, actions } = await openWithFinding()
    const remedy = { note: 'n', action: 'Hire', dueOn: '2026-12-31', effect: 'e' }
    await actions.addRemedy({
      ...{ ...remedy, id: 'r', period: '2025-H2', goal: 'partner-audit', owner: 'procurement' },
      ...{ decidedAt: 1, decidedBy: 'Lin' },
    })
    await actions.changeRemedy({ ...remedy, id: 'r', seen: 0, at: 2, by: 'Ma', effect: 'all audited' })
    const chosen = { 'zh-CN': '表格更短', en: 'A shorter form' }
    await improvementStore(database).choose({
      ...{ id: 'i', period: '2025-H2', text: chosen, owner: 'customer-service', chosenAt: 1, chosenBy: 'Lin' },
    })
    expect(await list.add(agreed('a'))).toEqual({ ok: true, value: null })
    const outcome = { state: 'done', text: 'checked', recordedAt: 9, recordedBy: 'Ma' } as const
    await actions.recordOutcome('a', outcome, { seen: null, owner: 'it-security', following: '2030-H1' })
    const open = { isFixed: false, outcome: null }
    expect([...(await list.list())].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      {
        ...open,
        ...text,
        id: 'a',
        period: '2026-H1',
        origin: 'security-finding',
        originId: 'SF-1',
        revision: 0,
        outcome,
      },
      {
        ...{ ...open, id: 'i', period: '2025-H2', origin: 'feedback', originId: '', text: chosen, revision: 0 },
        ...{ owner: 'customer-service', dueOn: '2026-06-30', effect: null },
      },
      {
        ...{
          ...open,
          id: 'r',
          period: '2025-H2',
          origin: 'red-goal',
          originId: 'partner-audit',
          text: 'Hire',
          revision: 1,
        },
        ...{ owner: 'procurement', dueOn: '2026-12-31', effect: 'all audited' },
      },
    ])
  })

  test('an agreed action is among those of its half-year, which are sealed and followed up', async () => {
    const { list, actions } = await openWithFinding()
    await list.add(agreed('a'))
    expect(await list.agreed('a')).toEqual(agreed('a'))
    expect(await list.agreed('none')).toBeNull()
    expect((await actions.actions('2026-H1')).agreed).toEqual([
      { ...text, id: 'a', origin: 'security-finding', outcome: null },
    ])
    expect((await actions.actions('2025-H2')).agreed).toEqual([])
  })

  test('an action is agreed only because of a finding of the register', async () => {
    const { list } = await openWithFinding()
    expect(await list.openFindings()).toEqual([{ kind: 'security-finding', id: 'SF-1', finding: 'open logs' }])
    expect(await list.add({ ...agreed('a'), originId: 'SF-2' })).toEqual(closed('finding-unknown'))
    expect(await list.add({ ...agreed('a'), origin: 'audit-finding' })).toEqual(closed('finding-unknown'))
    expect(await list.list()).toEqual([])
  })

  test('an agreed action is changed by one of two people, until its half-year is frozen or closed', async () => {
    const { list, records } = await openWithFinding()
    await list.add(agreed('a'))
    const change = (seen: number, effect: string) => list.change({ ...text, id: 'a', seen, effect }, 7)
    const results = await Promise.all([change(0, 'one'), change(0, 'two')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual([closed('changed-meanwhile')])
    expect(await list.change({ ...text, id: 'none', seen: 0 }, 7)).toEqual(closed('action-unknown'))
    const frozen = { figures: '{}', definitions: '{}', evidence: '{}', actions: '{}', frozenById: 'u', frozenBy: 'U' }
    const freeze = { id: 'f', period: '2026-H1', version: 1, frozenAt: new Date(8), frozenMailbox: new Uint8Array(32) }
    await records.periodFreeze.create({ data: { ...freeze, ...frozen } })
    expect(await change(1, 'three')).toEqual(closed('already-frozen'))
    expect((await list.list()).map(({ isFixed, revision }) => [isFixed, revision])).toEqual([[true, 1]])
    await records.periodFreeze.deleteMany()
    const seal = { number: 1, period: '2026-H1', version: 1, statement: '{}', signatures: '{}', head: 'h' }
    await records.seal.create({ data: { ...seal, figures: '{}', definitions: '{}', evidence: '{}', actions: '{}' } })
    expect(await change(1, 'three')).toEqual(closed('period-closed'))
    await records.periodReopening.create({
      data: {
        ...{ id: 'o', period: '2026-H1', version: 2, reason: 'late', reopenedAt: new Date(9), reopenedById: 'u' },
        ...{ reopenedBy: 'U', reopenedMailbox: new Uint8Array(32) },
      },
    })
    expect(await change(1, 'three')).toEqual({ ok: true, value: null })
  })

  test('an owner is in office while a confirmed user has its role', async () => {
    const { list, records } = await openWithFinding()
    expect(await list.ownersInOffice()).toEqual([])
    const at = { createdAt: new Date(1), updatedAt: new Date(1), emailVerified: true, locale: 'en' }
    const user = (id: string, role: string) => ({ ...at, id, name: id, email: `${id}@x.example`, role })
    await records.user.createMany({ data: [user('u', 'it-security'), user('v', 'auditor')] })
    expect(await list.ownersInOffice()).toEqual(['it-security'])
    await records.user.delete({ where: { id: 'u' } })
    expect(await list.ownersInOffice()).toEqual([])
  })
})
