import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import type { AgreedAction } from './action.ts'
import { type AgreeActionPorts, agreeAction, changeAction } from './agree-action.ts'

const timeZone = 'Asia/Shanghai'
// 02:00 of 1 July in Shanghai, while London still has June.
const now = Date.parse('2026-06-30T18:00:00Z')
const text = { text: 'Check the logs', owner: 'it-security', dueOn: '2026-07-02', effect: 'no open logs' } as const
const from = { origin: 'security-finding', originId: 'SF-1' } as const

function memory(known: AgreedAction | null = null) {
  const written: unknown[] = []
  const ports: AgreeActionPorts = {
    actionList: {
      agreed: async () => known,
      add: async (action) => {
        written.push(action)
        return action.originId === 'SF-1' ? ok(null) : fail('finding-unknown')
      },
      change: async (...change) => {
        written.push(change)
        return ok(null)
      },
    },
    clock: { now: () => now },
    ids: { next: () => 'a' },
    timeZone,
  }
  return { ports, written }
}

const refused = (code: string) => ({ ok: false, fault: { code } })

test('an action belongs to the half-year in which it is agreed, by the calendar of the organization', async () => {
  const { ports, written } = memory()
  expect(await agreeAction(ports, { ...text, ...from, by: 'Lin' })).toEqual({ ok: true, value: 'a' })
  expect(written).toEqual([{ ...text, ...from, id: 'a', period: '2026-H2', agreedAt: now, agreedBy: 'Lin' }])
})

test.each(['2026-07-01', '2026-06-30', '2025-01-01'])(
  'an action is not agreed for %s, which is not after today',
  async (dueOn) => {
    const { ports, written } = memory()
    expect(await agreeAction(ports, { ...text, ...from, dueOn, by: 'Lin' })).toEqual(refused('due-date-past'))
    expect(written).toEqual([])
  },
)

test('a finding that does not exist has no action', async () => {
  expect(await agreeAction(memory().ports, { ...text, ...from, originId: 'SF-2', by: 'Lin' })).toEqual(
    refused('finding-unknown'),
  )
})

test('a due day that has passed may stay, but not be chosen', async () => {
  const known = { ...text, ...from, dueOn: '2026-06-01', id: 'a', period: '2026-H1', agreedAt: 1, agreedBy: 'Lin' }
  const { ports, written } = memory(known)
  const change = { id: 'a', seen: 0, ...text, text: 'Check all logs' }
  expect(await changeAction(ports, { ...change, dueOn: '2026-06-02' })).toEqual(refused('due-date-past'))
  expect(await changeAction(ports, { ...change, dueOn: '2026-06-01' })).toEqual({ ok: true, value: null })
  expect(written).toEqual([[{ ...change, dueOn: '2026-06-01' }, now]])
  expect(await changeAction(memory().ports, change)).toEqual(refused('action-unknown'))
})
