import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { expect, test } from 'vitest'
import { cookieOf, openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { whistlePorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const DAY = 24 * 60

async function withHandler() {
  const opened = await openApp()
  const { services, join } = opened
  const callerAs = async (role: Parameters<typeof join>[0]) =>
    appRouter.createCaller(createContextInner(services, { user: (await join(role)).person }))
  const boss = await join('officer')
  const officer = appRouter.createCaller(createContextInner(services, { user: boss.person }))
  const { person, cookie } = await join('case-handler')
  const handler = appRouter.createCaller(createContextInner(services, { user: person }))
  const submitReport = () =>
    takeReport(whistlePorts(services), {
      formCode: newSecretCode(services.tokens),
      reporter: 'staff',
      text: 'CANARY: a list is sold',
      contact: 'CANARY room',
      locale: 'en',
    })
  return { ...opened, callerAs, officer, officerCookie: boss.cookie, handler, cookie, submitReport }
}

test('a case handler acknowledges, replies and closes; no part of a report is logged or mailed', async () => {
  const { handler, signIn, post, submitReport, pass, logged, services } = await withHandler()
  await submitReport()
  const [{ id = '' } = {}] = (await handler.whistle.list()).open
  expect(await handler.whistle.show({ id })).toMatchObject({
    contact: 'CANARY room',
    messages: [{ author: 'reporter' }],
  })
  pass(DAY)
  const cookie = cookieOf(await signIn('case-handler@x.example'))
  await handler.whistle.step({ id, step: 'acknowledged' })
  await expect(handler.whistle.step({ id, step: 'acknowledged' })).rejects.toThrow('step-done')
  await handler.whistle.step({ id, step: 'in-examination' })
  await handler.whistle.concern({ id, concernsOfficer: true })
  await expect(handler.whistle.close({ id, outcome: 'other' })).rejects.toThrow('feedback-missing')
  for (const text of ['', ' \n', 'x'.repeat(2001)])
    await expect(handler.whistle.write({ id, text, purpose: 'feedback' })).rejects.toThrow('text-invalid')
  await handler.whistle.write({ id, text: 'CANARY: stopped', purpose: 'feedback' })
  await handler.whistle.close({ id, outcome: 'substantiated' })
  expect((await handler.whistle.list()).closed).toMatchObject([
    { outcome: 'substantiated', acknowledgedOn: '2026-07-02', concernsOfficer: true },
  ])
  const secondClose = await post('/trpc/whistle.close', { json: { id, outcome: 'other' } }, { cookie })
  expect([secondClose.status, (await secondClose.json()).error.json.data.faultCode]).toEqual([409, 'report-closed'])
  const missingReport = await post(
    '/trpc/whistle.step',
    { json: { id: services.ids.next(), step: 'acknowledged' } },
    { cookie },
  )
  expect([missingReport.status, (await missingReport.json()).error.json.data.faultCode]).toEqual([
    404,
    'report-unknown',
  ])
  expect(JSON.stringify(logged)).not.toContain('CANARY')
  const now = services.clock.now()
  expect(await services.store.outbox.claim(10, now, now + 1)).toEqual([])
})

test('nobody else reads a report', async () => {
  const { officer, callerAs, services } = await withHandler()
  for (const reader of [officer, await callerAs('executive'), await callerAs('auditor')]) {
    await expect(reader.whistle.list()).rejects.toThrow('FORBIDDEN')
    await expect(reader.whistle.show({ id: services.ids.next() })).rejects.toThrow('FORBIDDEN')
  }
})

test('the same mailbox, however spelled, cannot be an officer’s and a case handler’s', async () => {
  const { officer } = await withHandler()
  const invite = (email: string, role: 'officer' | 'case-handler') =>
    officer.people.invite({ email, role, locale: 'en' })
  await expect(invite('Officer+reports@x.example', 'case-handler')).rejects.toThrow('handler-is-officer')
  await expect(invite('case-handler+two@x.example', 'officer')).rejects.toThrow('handler-is-officer')
  await invite('new@x.example', 'officer')
  await expect(invite('new+b@x.example', 'case-handler')).rejects.toThrow('handler-is-officer')
  await invite('other@x.example', 'case-handler')
})

test('for users who may read the reports, the file has their dates, without reporters and texts', async () => {
  const { send, join, cookie, officerCookie, submitReport } = await withHandler()
  await submitReport()
  const answer = await send('/export/whistle-reports.csv', { headers: { cookie } })
  const [head = '', row = '', ...restRows] = (await answer.text()).slice(1).split('\r\n')
  expect([answer.status, head.split(',').length, row, restRows]).toEqual([200, 7, '2026-07-01,,,,,Received,', ['']])
  const workbook = await send('/export/whistle-reports.xlsx', { headers: { cookie } })
  expect([workbook.status, workbook.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="whistle-reports.xlsx"',
  ])
  const otherCookies = [officerCookie, (await join('executive')).cookie, (await join('auditor')).cookie]
  for (const otherCookie of otherCookies) {
    for (const form of ['csv', 'xlsx'])
      expect((await send(`/export/whistle-reports.${form}`, { headers: { cookie: otherCookie } })).status).toBe(404)
  }
  expect((await send('/export/whistle-reports.csv')).status).toBe(401)
})
