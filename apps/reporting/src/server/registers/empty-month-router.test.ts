import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const register = 'incidents'

/** The clock is at 1 July 2026. */
async function openRegister() {
  const app = await openApp()
  const organisation = { nameZh: '', nameEn: 'Faraway', contactEmail: 'p@x.example', baselineYear: null, sample: false }
  await app.services.store.organisation.save({ ...organisation, programmeStart: '2026-01-01' })
  const callerAs = async (role: 'it-security' | 'human-resources' | 'executive') =>
    appRouter.createCaller(createContextInner(app.services, { user: (await app.join(role)).person }))
  const keeper = await callerAs('it-security')
  return { keeper, callerAs }
}

test('the keeper confirms the months of both years with one call each, and the verdict follows', async () => {
  const { keeper } = await openRegister()
  const { months, mayConfirm } = await keeper.emptyMonth.list({ register })
  expect([months.length, months[0]?.month, months.at(-1)?.month, mayConfirm]).toEqual([18, '2026-06', '2025-01', true])
  const verdict = async () => {
    const { verdicts } = await keeper.scorecard.forPeriod({ period: '2026-H1' })
    return verdicts.find(({ goal }) => goal === 'incident-reduction')
  }
  expect(await verdict()).toMatchObject({ verdict: 'unknown', status: 'no-data', reason: 'no-register' })
  await keeper.emptyMonth.confirm({ register, month: '2026-06' })
  expect(await verdict()).toMatchObject({ verdict: 'unknown', status: 'no-data', reason: 'nothing-recorded' })
  for (const { month } of months.slice(1)) await keeper.emptyMonth.confirm({ register, month })
  expect(await verdict()).toMatchObject({ reason: 'running', flags: ['keep-zero'] })
  await keeper.emptyMonth.withdraw({ register, month: '2025-04' })
  expect(await verdict()).toMatchObject({ reason: 'nothing-recorded', figures: { unconfirmed: ['2025-04'] } })
})

test('only the keeper confirms, and only a month that is over', async () => {
  const { keeper, callerAs } = await openRegister()
  const month = { register, month: '2026-06' } as const
  const other = await callerAs('human-resources')
  await expect(other.emptyMonth.confirm(month)).rejects.toThrow('not-the-keeper')
  await expect(other.emptyMonth.withdraw(month)).rejects.toThrow('not-the-keeper')
  expect(await other.emptyMonth.list({ register })).toMatchObject({ mayConfirm: false })
  await expect((await callerAs('executive')).emptyMonth.confirm(month)).rejects.toThrow('FORBIDDEN')
  await expect(keeper.emptyMonth.confirm({ register, month: '2026-07' })).rejects.toThrow('month-not-over')
  await expect(keeper.emptyMonth.confirm({ register, month: '2026-H1' })).rejects.toThrow()
  await expect(keeper.emptyMonth.withdraw(month)).rejects.toThrow('month-not-confirmed')
})
