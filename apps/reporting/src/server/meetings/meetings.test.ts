import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

type App = Awaited<ReturnType<typeof openApp>>

async function as(app: App, role: Parameters<App['join']>[0], email?: string) {
  const { person, cookie } = await app.join(role, email)
  return { person, cookie, calls: appRouter.createCaller(createContextInner(app.services, { user: person })) }
}

const code = (call: Promise<unknown>) =>
  call.then(
    () => 'no fault',
    (error: Error) => error.message,
  )

async function openMeeting() {
  const app = await openApp()
  const officer = await as(app, 'officer')
  const { services } = app
  await services.store.organisation.save({
    ...{ nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2024-01-01' },
    ...{ baselineYear: null, sample: false },
  })
  const today = dateAt(services.clock.now(), services.timeZone)
  const id = await officer.calls.meeting.plan({ plannedOn: today })
  return { app, officer, today, id }
}

test('a decision becomes an action, whose owner alone records the outcome beside the officers', async () => {
  const { app, officer, today, id } = await openMeeting()
  const { meeting, action } = officer.calls
  const security = await as(app, 'it-security')
  const procurement = await as(app, 'procurement')
  await meeting.hold({ id, seen: 0, heldOn: today })
  const agreed = { owner: 'it-security', dueOn: addDays(today, 10), effect: 'no open logs' } as const
  const decide = { meetingId: id, text: 'Check the logs' }
  expect(await code(meeting.decide({ ...decide, action: { ...agreed, dueOn: today } }))).toBe('due-date-past')
  await meeting.decide({ ...decide, action: agreed })
  const [listed] = (await security.calls.action.list()).actions
  expect(listed).toMatchObject({
    origin: 'meeting',
    originId: id,
    isMine: true,
    isOwnerInOffice: true,
    effect: 'no open logs',
  })
  const outcome = { action: listed?.id ?? '', state: 'done', text: 'checked', seen: null } as const
  expect(await code(procurement.calls.action.recordOutcome(outcome))).toBe('not-the-owner')
  await security.calls.action.recordOutcome(outcome)
  expect(await code(action.recordOutcome(outcome))).toBe('outcome-changed')
  await officer.calls.people.revoke({ id: security.person.id })
  expect((await action.list()).actions).toMatchObject([{ isMine: true, isOwnerInOffice: false }])
})

test('an action because of a finding is agreed and changed for a later day alone', async () => {
  const { app, officer, today } = await openMeeting()
  const { action } = officer.calls
  const rows = { found_in: 'A-1', found_on: '2025-01-10', finding: 'open logs', severity: 'low', owner: 'it-security' }
  await app.database.insert({
    security_finding: [{ ...rows, id: 'SF-1', due_on: '2026-08-01', import_id: 'i', row_number: 1 }],
  })
  const text = { text: 'Close them', owner: 'it-security', effect: 'none open' } as const
  const from = { origin: 'security-finding', originId: 'SF-1' } as const
  expect(await action.findings()).toMatchObject([{ id: 'SF-1' }])
  expect(await code(action.agree({ ...text, ...from, dueOn: today }))).toBe('due-date-past')
  const tomorrow = addDays(today, 1)
  expect(await code(action.agree({ ...text, ...from, originId: 'SF-2', dueOn: tomorrow }))).toBe('finding-unknown')
  const id = await action.agree({ ...text, ...from, dueOn: tomorrow })
  const change = { ...text, id, seen: 0, dueOn: tomorrow, effect: 'all closed' }
  await action.change(change)
  expect(await code(action.change(change))).toBe('changed-meanwhile')
  expect(await code(action.change({ ...change, seen: 1, dueOn: today }))).toBe('due-date-past')
})

test('finished minutes are read by all readers and exported as a PDF, which the audit log records', async () => {
  const { app, officer, today, id } = await openMeeting()
  const { meeting } = officer.calls
  const auditor = await as(app, 'auditor')
  const pdf = (locale: string, cookie: string) =>
    app.send(`/export/minutes/${today}/${locale}`, cookie === '' ? {} : { headers: { cookie } })
  await meeting.hold({ id, seen: 0, heldOn: today })
  const finish = { id, seen: 1, decisions: 0 }
  expect(await code(meeting.finish(finish))).toBe('attendees-missing')
  await meeting.saveMinutes({ id, seen: 1, notes: '', users: [officer.person.id], others: ['Legal'], nextOn: null })
  expect((await pdf('en', auditor.cookie)).status).toBe(404)
  await meeting.finish({ ...finish, seen: 2 })
  const shown = await auditor.calls.meeting.show({ id })
  expect(shown.attendees.map(({ name }) => name)).toEqual(['officer', 'Legal'])
  expect(await code(auditor.calls.meeting.show({ id: '00000000-0000-4000-8000-000000000000' }))).toBe('meeting-unknown')
  for (const locale of ['en', 'zh-CN']) {
    const file = await pdf(locale, auditor.cookie)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  }
  expect((await pdf('en', '')).status).toBe(401)
  expect((await pdf('xx', auditor.cookie)).status).toBe(404)
  const { entries } = await auditor.calls.auditLog.list({ page: 0, act: 'exported' })
  expect(entries.map(({ subject }) => subject)).toEqual([`minutes.${today}/zh-CN`, `minutes.${today}/en`])
})
