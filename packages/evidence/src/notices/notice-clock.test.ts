import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incident } from '../registers/incidents/incident.ts'
import type { IncidentNotice } from '../registers/incidents/incident-notice.ts'
import { noticeClocks } from './notice-clock.ts'
import { noticeDueAt } from './notice-deadline.ts'
import { NOTICE_DUTY_IDS, type NoticeDutyId, noticeDuty } from './notice-duty.ts'

const at = Date.parse
const incident = (more: Partial<Incident> = {}): Incident => ({
  ...{ id: 'i', title: 'x', occurred: '2026-03', confirmed: null, disclosure: 'yes', customerData: true },
  ...{ state: 'suspected', severity: null, cause: null, dataClasses: null, partnerId: null },
  ...{ discovered: at('2026-03-01T10:00:00Z'), records: null, recordsTo: null, ...more },
})
const notice = (duty: NoticeDutyId, more: Partial<IncidentNotice> = {}): IncidentNotice => ({
  ...{ incidentId: 'i', duty, wanted: true, notifiedAt: null, facts: null, reference: null, reason: null, ...more },
})
const all = noticeDuty('gdpr-33').facts
const given = (notifiedAt: string, facts: IncidentNotice['facts']) =>
  notice('gdpr-33', { notifiedAt: at(notifiedAt), facts })
const stateOf = (duty: NoticeDutyId, of: Incident, notices: readonly IncidentNotice[], now: string) =>
  noticeClocks(of, notices, at(now)).find((clock) => clock.duty === duty)?.state

test.each([
  ['gdpr-33', '2026-03-31T23:50:00+02:00', '2026-04-03T21:50:00.000Z'],
  // Berlin changes to summer time on the 29th: 72 hours are still 72 elapsed hours.
  ['gdpr-33', '2026-03-28T12:00:00+01:00', '2026-03-31T11:00:00.000Z'],
  ['cn-report-4h', '2026-01-31T23:50:00+08:00', '2026-01-31T19:50:00.000Z'],
  ['cn-report-2h', '2026-01-31T23:50:00+08:00', '2026-01-31T17:50:00.000Z'],
  ['cn-report-1h', '2026-01-31T23:50:00+08:00', '2026-01-31T16:50:00.000Z'],
] as const)('%s of what was known at %s is due at %s', (duty, known, due) => {
  expect(new Date(noticeDueAt(duty, at(known)) ?? 0).toISOString()).toBe(due)
})

test.each<[string, IncidentNotice[], string, string | undefined]>([
  ['undecided at the deadline', [], '2026-03-04T10:00:00Z', 'undecided'],
  ['undecided just after the deadline', [], '2026-03-04T10:00:00.001Z', 'undecided-overdue'],
  ['that is not required', [notice('gdpr-33', { wanted: false })], '2026-03-09T10:00:00Z', 'not-wanted'],
  ['at the deadline', [notice('gdpr-33')], '2026-03-04T10:00:00Z', 'running'],
  ['just after the deadline', [notice('gdpr-33')], '2026-03-04T10:00:00.001Z', 'overdue'],
  ['given at the deadline', [given('2026-03-04T10:00:00Z', all)], '2026-04-01', 'given'],
  ['given without a required fact', [given('2026-03-04T10:00:00Z', all.slice(1))], '2026-04-01', 'given-incomplete'],
  ['given late', [notice('gdpr-33', { notifiedAt: at('2026-03-04T10:00:01Z') })], '2026-04-01', 'given-late'],
])('a notice %s', (_, notices, now, state) => {
  expect(stateOf('gdpr-33', incident(), notices, now)).toBe(state)
})

test('lateness is reported for undecided, decided and given notices', () => {
  const late = (notices: readonly IncidentNotice[], now: string) =>
    noticeClocks(incident(), notices, at(now)).find(({ duty }) => duty === 'gdpr-33')?.lateBy
  const twoHoursLate = '2026-03-04T12:00:00Z'
  expect(late([], twoHoursLate)).toBe(7_200_000)
  expect(late([notice('gdpr-33')], twoHoursLate)).toBe(7_200_000)
  expect(late([given(twoHoursLate, all)], '2026-05-01')).toBe(7_200_000)
  expect(late([given('2026-03-04T10:00:00Z', all)], '2026-05-01')).toBeNull()
  expect(late([notice('gdpr-33', { wanted: false })], twoHoursLate)).toBeNull()
})

test('a duty without hours is due at once and never overdue; one without a start has no clock', () => {
  expect(stateOf('pipl-57', incident(), [notice('pipl-57')], '2030-01-01')).toBe('at-once')
  expect(stateOf('gdpr-33', incident({ discovered: null }), [notice('gdpr-33')], '2030-01-01')).toBe('no-start')
})

test('duties of any company are proposed while customer data may be affected, from their minimum severity on', () => {
  const duties = (more: Partial<Incident>) => noticeClocks(incident(more), [], 0).map(({ duty }) => duty)
  const always = ['gdpr-33', 'gdpr-34', 'pipl-57']
  expect(duties({})).toEqual([...always, 'cn-report-4h'])
  expect(duties({ severity: 'ordinary' })).toEqual(always)
  expect(duties({ severity: 'larger' })).toEqual([...always, 'cn-report-4h'])
  for (const none of [{ customerData: false }, { disclosure: 'no' }, { state: 'rejected' }] as const)
    expect(duties(none)).toEqual([])
  // A decided duty remains, whatever the incident's state.
  expect(noticeClocks(incident({ state: 'rejected' }), [notice('cn-report-1h')], 0)).toHaveLength(1)
})

test('the facts required by the law are listed in its order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NOTICE_DUTY_IDS), fc.infiniteStream(fc.boolean()), (duty, choices) => {
      const wants = noticeDuty(duty).facts
      const facts = wants.filter(() => choices.next().value)
      const [clock] = noticeClocks(incident(), [notice(duty, { facts })], 0).filter(
        (noticeClock) => noticeClock.duty === duty,
      )
      expect(clock?.facts.map(({ fact }) => fact)).toEqual(wants)
      expect(clock?.facts.filter(({ isStated }) => isStated).map(({ fact }) => fact)).toEqual(facts)
    }),
  )
})

test('a duty that does not apply has no due time and no facts', () => {
  const [clock] = noticeClocks(incident(), [notice('gdpr-33', { wanted: false })], 0)
  expect(clock).toMatchObject({ state: 'not-wanted', dueAt: null, facts: [] })
})
