import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { expect, it } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

it('the department of incidents gets a link to add a suspected one, other readers do not', async () => {
  const { services, join } = await openApp()
  const maySuspect = async (role: 'officer' | 'it-security' | 'procurement' | 'executive') => {
    const { person } = await join(role)
    const reader = appRouter.createCaller(createContextInner(services, { user: person }))
    return (await reader.measure.list({ period: '2026-H1' })).maySuspect
  }
  expect([await maySuspect('officer'), await maySuspect('it-security')]).toEqual([true, true])
  expect([await maySuspect('procurement'), await maySuspect('executive')]).toEqual([false, false])
})

it('an ended half-year is counted up to its last day, from the registers of today', async () => {
  const { services, join } = await openApp()
  const { person } = await join('executive')
  const reader = appRouter.createCaller(createContextInner(services, { user: person }))
  expect(await reader.measure.list({ period: '2026-H1' })).toMatchObject({
    asOf: '2026-06-30',
    recordedOn: dateAt(services.clock.now(), services.timeZone),
  })
})
