import type { Owner } from '@wayproof/accounts/accounts/person'
import { ok } from '@wayproof/kernel/outcome'
import type { PeriodClosing } from '@wayproof/scorecard/closing/period-close'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import { expect, test } from 'vitest'
import { memoryOutbox } from '../testing/memory-outbox.ts'
import { remindOwners } from './remind-owners.ts'

const period = '2026-H1'
const UNTOUCHED: PeriodClosing = { seals: [], reopening: null, freeze: null, signatures: [] }
const OWNERS: readonly Owner[] = [
  'privacy-officer',
  'human-resources',
  'it-security',
  'customer-service',
  'procurement',
]
const GOALS = [
  ...['policy-publication', 'staff-training', 'incident-reduction', 'customer-satisfaction', 'partner-audit'],
] as PeriodClosing['signatures'][number]['goal'][]

const freeze = { id: 'freeze-1', period, version: 1 } as NonNullable<PeriodClosing['freeze']>
const seal = { number: 1, period, version: 1 } as PeriodClosing['seals'][number]
const reopening = { id: 'reopening-1', period, version: 2 } as NonNullable<PeriodClosing['reopening']>
const signatureOf = (goal: (typeof GOALS)[number]) => ({ goal }) as PeriodClosing['signatures'][number]

const stale = (owner: Owner): HoldReason => ({
  ...{ code: 'register-stale', owner, goal: 'staff-training', register: 'training-completions', lastOn: null },
})

function office(
  state: Partial<PeriodClosing> = {},
  now = '2026-07-05T02:00:00Z',
  found: readonly HoldReason[] = OWNERS.map(stale),
) {
  const outbox = memoryOutbox()
  const ports = {
    outbox,
    clock: { now: () => Date.parse(now) },
    closing: { closing: async () => ({ ...UNTOUCHED, ...state }) },
    timeZone: 'Asia/Shanghai',
    gaps: async () => ok(found),
    peopleOf: async (owner: Owner) => [{ id: owner, locale: 'en' } as const],
  }
  const remind = (occasion = '2026-07') => remindOwners(ports, { period, occasion })
  const reminded = () => outbox.letters.map(({ recipient }) => recipient.id)
  return { ports, outbox, remind, reminded }
}

test('only an owner whose register lacks something is reminded after a half-year, and is told what', async () => {
  const gap = stale('it-security')
  const { outbox, remind } = office({}, undefined, [gap])
  expect(await remind()).toBe(1)
  expect(outbox.letters[0]).toMatchObject({
    letter: { data: { stage: 'ended', owner: 'it-security', gaps: [gap] } },
    recipient: { id: 'it-security' },
  })
  expect(await office({}, undefined, []).remind()).toBe(0)
})

test('every owner with a gap is asked to bring the registers up to date, once on an occasion', async () => {
  const { outbox, remind, reminded } = office()
  expect([await remind(), await remind(), await remind('2026-08')]).toEqual([5, 0, 5])
  expect(new Set(reminded())).toEqual(new Set(OWNERS))
  expect(outbox.letters[0]).toMatchObject({ letter: { data: { period, version: 1, stage: 'ended' } } })
})

test('a half-year runs to the end of its last day in the time zone of the organization, and until then nobody is reminded', async () => {
  expect(await office({}, '2026-06-30T15:59:59Z').remind()).toBeNull()
  expect(await office({}, '2026-06-30T16:00:00Z').remind()).toBe(5)
})

test('only owners of goals without a signature are asked to sign a frozen half-year', async () => {
  const { outbox, remind, reminded } = office({
    freeze,
    signatures: ['staff-training', 'partner-audit'].map((goal) => signatureOf(goal as 'staff-training')),
  })
  expect(await remind()).toBe(3)
  expect(reminded()).toEqual(['privacy-officer', 'it-security', 'customer-service'])
  expect(outbox.letters[0]).toMatchObject({ letter: { data: { stage: 'frozen' } } })
})

test('once all goals are signed, the officers are asked to close the half-year', async () => {
  const { outbox, remind, reminded } = office({ freeze, signatures: GOALS.map(signatureOf) })
  expect(await remind()).toBe(1)
  expect(reminded()).toEqual(['privacy-officer'])
  expect(outbox.letters[0]).toMatchObject({ letter: { data: { stage: 'signed' } } })
})

test('a closed half-year needs nothing, and a reopened one is treated as ended under its next version', async () => {
  expect(await office({ seals: [seal] }).remind()).toBeNull()
  const { outbox, remind } = office({ seals: [seal], reopening })
  expect(await remind()).toBe(5)
  expect(outbox.letters[0]).toMatchObject({ letter: { data: { stage: 'ended', version: 2 } } })
})

test('a text that names no period is an error of the caller', async () => {
  const { ports } = office()
  await expect(remindOwners(ports, { period: 'soon', occasion: '2026-07' })).rejects.toThrow('no period is named soon')
})
