import { expect, test } from 'vitest'
import type { Action, ActionOwner } from './action.ts'
import { isOverdueAction } from './action.ts'
import { listActions } from './list-actions.ts'

const done = { state: 'done', text: 'done', recordedAt: 1, recordedBy: 'Lin' } as const
const action = (id: string, more: Partial<Action> = {}): Action => ({
  ...{ id, period: '2026-H1', origin: 'meeting', originId: 'm', text: id, owner: 'it-security', dueOn: '2026-06-30' },
  ...{ effect: 'less risk', revision: 0, isFixed: false, outcome: null },
  ...more,
})

const ports = (actions: readonly Action[], inOffice: readonly ActionOwner[]) => ({
  actionList: { list: async () => actions, ownersInOffice: async () => inOffice },
  clock: { now: () => Date.parse('2026-07-01T02:00:00Z') },
  timeZone: 'Asia/Shanghai',
})

test('open actions come before closed ones, those due first before the others', async () => {
  const underWay = { ...done, state: 'under-way' } as const
  const actions = [
    action('closed', { outcome: done, dueOn: '2026-01-01' }),
    action('later', { dueOn: '2026-09-01' }),
    action('under way', { dueOn: '2026-07-01', outcome: underWay }),
    action('dropped', { outcome: { ...done, state: 'dropped' }, dueOn: '2026-02-01' }),
  ]
  const listed = await listActions(ports(actions, []), null)
  expect(listed.actions.map(({ id }) => id)).toEqual(['under way', 'later', 'closed', 'dropped'])
  expect(listed.today).toBe('2026-07-01')
})

test('an action whose owner nobody is in office for waits for the officers', async () => {
  const mine = async (owner: ActionOwner | null, inOffice: readonly ActionOwner[]) =>
    (await listActions(ports([action('a')], inOffice), owner)).actions.map((each) => [
      each.isOwnerInOffice,
      each.isMine,
    ])
  expect(await mine('it-security', ['it-security', 'privacy-officer'])).toEqual([[true, true]])
  expect(await mine('privacy-officer', ['it-security', 'privacy-officer'])).toEqual([[true, false]])
  expect(await mine('privacy-officer', ['privacy-officer'])).toEqual([[false, true]])
  expect(await mine('it-security', ['privacy-officer'])).toEqual([[false, false]])
  expect(await mine(null, ['it-security'])).toEqual([[true, false]])
})

test('an action is overdue from the day after its due day, while it is open', () => {
  const overdue = (more: Partial<Action>) => isOverdueAction(action('a', more), '2026-07-01')
  expect([overdue({}), overdue({ dueOn: '2026-07-01' }), overdue({ outcome: done })]).toEqual([true, false, false])
})
