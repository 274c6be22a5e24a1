import { halfYear } from '@wayproof/kernel/calendar/period'
import { expect, test } from 'vitest'
import type { GoalId } from '../goals/goal.ts'
import type { Reason, Verdict } from '../verdict.ts'
import { type HoldFacts, holdReasons } from './hold-reason.ts'

const verdict = (goal: GoalId, reason: Reason, isKnown = false) =>
  ({ goal, reason, verdict: isKnown ? 'met' : 'unknown', figures: { due: 0, notYetDue: 0 } }) as unknown as Verdict

const heldBy = (verdicts: readonly Verdict[], facts: Partial<HoldFacts> = {}) =>
  holdReasons({
    half: halfYear(2025, 2),
    scorecard: { verdicts },
    wave: { closesOn: '2026-01-28', unlinkedOn: '2026-01-29' },
    recorded: new Map(),
    today: '2026-02-05',
    timeZone: 'Asia/Shanghai',
    ...facts,
  })

test('a gap that nobody can fix holds no edition', () => {
  const never: readonly Reason[] = ['running', 'suppressed', 'too-few-answers', 'no-wave', 'too-early']
  expect(never.flatMap((reason) => heldBy([verdict('customer-satisfaction', reason)]))).toEqual([])
  expect(heldBy([verdict('policy-publication', 'not-yet-due')])).toEqual([])
})

test('a goal that is unknown for want of data holds, and names its owner', () => {
  expect(heldBy([verdict('staff-training', 'no-roster')])).toEqual([
    { code: 'goal-unknown', owner: 'human-resources', goal: 'staff-training', because: 'no-roster' },
  ])
  expect(heldBy([verdict('partner-audit', 'no-partner-due')])).toMatchObject([{ owner: 'procurement' }])
})

test('a register holds that nothing was recorded in since the last quarter began', () => {
  const audits = verdict('partner-audit', 'target-reached', true)
  const stale = { code: 'register-stale', owner: 'procurement', goal: 'partner-audit', register: 'partner-audits' }
  const recordedOn = (day: string) => ({ recorded: new Map([['partners', Date.parse(`${day}T10:00:00+08:00`)]]) })
  expect(heldBy([audits])).toEqual([{ ...stale, lastOn: null }])
  expect(heldBy([audits], recordedOn('2025-09-30'))).toEqual([{ ...stale, lastOn: '2025-09-30' }])
  expect(heldBy([audits], recordedOn('2025-10-01'))).toEqual([])
})

test('a wave that is open past its date holds until it is unlinked', () => {
  const wave = { closesOn: '2026-01-28', unlinkedOn: null }
  expect(heldBy([], { wave })).toEqual([
    { code: 'wave-open-past-its-date', owner: 'privacy-officer', closesOn: '2026-01-28' },
  ])
  expect(heldBy([], { wave, today: '2026-01-28' })).toEqual([])
})
