import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { actionListStore } from './action-list-store.ts'
import { type AgreeActionPorts, agreeAction, changeAction } from './agree-action.ts'

const timeZone = 'Asia/Shanghai'
// 02:00 of 1 July in Shanghai, while London still has June.
const now = Date.parse('2026-06-30T18:00:00Z')
const text = { text: 'Check the logs', owner: 'it-security', dueOn: '2026-07-02', effect: 'no open logs' } as const
const from = { origin: 'security-finding', originId: 'SF-1' } as const

const refused = (code: string) => ({ ok: false, fault: { code } })

async function opened() {
  const database = await openTestDatabase()
  const records = await database.records()
  const finding = { foundIn: 'A-1', foundOn: '2026-01-10', finding: 'open logs', severity: 'low', owner: 'it-security' }
  await records.securityFinding.create({
    data: { ...finding, id: 'SF-1', dueOn: '2026-08-01', importId: 'i', rowNumber: 1 },
  })
  const ports: AgreeActionPorts = {
    ...{ actionList: actionListStore(database), timeZone },
    ...{ clock: { now: () => now }, ids: { next: () => 'a' } },
  }
  return { ports, records }
}

test('an action belongs to the half-year in which it is agreed, by the calendar of the organization', async () => {
  const { ports } = await opened()
  expect(await agreeAction(ports, { ...text, ...from, by: 'Lin' })).toEqual({ ok: true, value: 'a' })
  const agreed = { ...text, ...from, id: 'a', period: '2026-H2', agreedAt: now, agreedBy: 'Lin' }
  expect(await ports.actionList.agreed('a')).toEqual(agreed)
})

test.each(['2026-07-01', '2026-06-30', '2025-01-01'])(
  'an action is not agreed for %s, which is not after today',
  async (dueOn) => {
    const { ports, records } = await opened()
    expect(await agreeAction(ports, { ...text, ...from, dueOn, by: 'Lin' })).toEqual(refused('due-date-past'))
    expect(await records.agreedAction.count()).toBe(0)
  },
)

test('a finding that does not exist has no action', async () => {
  const { ports } = await opened()
  expect(await agreeAction(ports, { ...text, ...from, originId: 'SF-2', by: 'Lin' })).toEqual(
    refused('finding-unknown'),
  )
})

test('a due day that has passed may stay, but not be chosen', async () => {
  const { ports, records } = await opened()
  const known = { ...text, ...from, dueOn: '2026-06-01', id: 'a', period: '2026-H1', agreedAt: 1, agreedBy: 'Lin' }
  const change = { id: 'a', seen: 0, ...text, text: 'Check all logs' }
  expect(await changeAction(ports, change)).toEqual(refused('action-unknown'))
  await ports.actionList.add({ ...known })
  expect(await changeAction(ports, { ...change, dueOn: '2026-06-02' })).toEqual(refused('due-date-past'))
  expect(await changeAction(ports, { ...change, dueOn: '2026-06-01' })).toEqual({ ok: true, value: null })
  expect(await ports.actionList.agreed('a')).toEqual({ ...known, text: 'Check all logs' })
  expect(await records.auditEntry.findMany({ where: { act: 'action-changed' } })).toMatchObject([{ at: new Date(now) }])
})
