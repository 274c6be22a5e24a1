import type { CaseKind } from '@wayproof/evidence'
import { addDays, type CalendarDate, daysBetween, startOfDay } from '@wayproof/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const K = 5
const FIRST = '2026-07-01'
const DAYS = 75

/** Events of a case, in days from its beginning. */
const drawnCase = fc.record({
  register: fc.constantFrom('rights', 'reports'),
  kind: fc.constantFrom<CaseKind>('access', 'deletion', 'complaint'),
  came: fc.integer({ min: 0, max: DAYS }),
  done: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null, freq: 4 }),
})

/** The displayed number of people behind a figure. */
function baseOf(value: Readonly<Record<string, unknown>>): number {
  for (const part of ['people', 'atLeast', 'cases']) {
    const people = value[part]
    if (typeof people === 'number') return people
  }
  return 0
}

it('read several times a day for a quarter, no figure reveals a change of fewer than five people', async () => {
  const { services, send, join } = await openApp()
  await join('case-handler')
  const { person } = await join('executive')
  let today: CalendarDate = FIRST
  const clock = { now: () => startOfDay(today, services.timeZone) + 9 * 3_600_000 }
  const reader = appRouter.createCaller(createContextInner({ ...services, clock }, { user: person }))
  const officer = await join('officer')
  const bookings = await send('/import/bookings?dryRun=false&fileName=b.csv', {
    method: 'POST',
    body: 'month,channel,count\n2026-07,app,9000',
    headers: { cookie: officer.cookie, 'content-type': 'application/octet-stream' },
  })
  expect(await bookings.json()).toMatchObject({ ok: true })
  const cases = fc
    .sample(drawnCase, { numRuns: 90, seed: 38 })
    .map((fields) => ({ ...fields, id: services.ids.next() }))
  const nothing = { outcome: null, anonymous: true, locale: 'en', closedOn: null, status: 'received' } as const
  const come = async ({ id, register, kind }: (typeof cases)[number]) => {
    const sealedCase = { id, ...nothing, receivedOn: today, codeHash: services.tokens.bytes(32), contactSealed: null }
    const words = { purpose: 'message', day: today, textSealed: services.tokens.bytes(20) } as const
    if (register === 'rights')
      await services.store.rights.openCase({
        ...sealedCase,
        kind,
        regime: 'other',
        channel: 'page',
        recordedOn: null,
        dueOn: addDays(today, 30),
        answeredOn: null,
        extendedOn: null,
        identityCheckedOn: null,
        addressDroppedOn: null,
        code: null,
        message: { author: 'person', ...words },
      })
    else
      await services.store.reports.takeReport({
        ...sealedCase,
        reporter: 'staff',
        concernsOfficer: false,
        acknowledgedOn: null,
        examinedOn: null,
        feedbackOn: null,
        message: { author: 'reporter', ...words },
      })
  }
  const finish = async ({ id, register }: (typeof cases)[number]) => {
    const message = { author: 'officer', purpose: 'answer', day: today, textSealed: services.tokens.bytes(20) } as const
    if (register === 'rights')
      await services.store.rights.addOfficerMessage(id, { message, at: clock.now(), dueOn: null })
    else await services.store.reports.recordStep(id, 'acknowledged', today)
  }
  const readMeasures = async () => {
    const { measures } = await reader.measure.list({ period: '2026-H2' })
    const caseCounts = await reader.register.cases()
    const shownMeasures = measures
      .flatMap(({ indicators }) => indicators)
      .filter(({ evidence }) =>
        evidence.some((register) => register === 'rights-cases' || register === 'whistle-reports'),
      )
      .map(({ id, value }) => [id, value] as const)
    return new Map<string, Readonly<Record<string, unknown>>>([
      ...shownMeasures,
      ...Object.entries(caseCounts),
    ] as never)
  }
  const disclosed: string[] = []
  let measuresBefore = await readMeasures()
  let steps = 0
  for (let day = 0; day <= DAYS; day += 1) {
    today = addDays(FIRST, day)
    const acts = cases.flatMap((acted) => [
      ...(acted.came === day ? [() => come(acted)] : []),
      ...(acted.done !== null && acted.came + acted.done === day ? [() => finish(acted)] : []),
    ])
    for (const act of [async () => undefined, ...acts]) {
      await act()
      const now = await readMeasures()
      for (const [name, value] of now) {
        const last = measuresBefore.get(name) ?? {}
        if (JSON.stringify(last) === JSON.stringify(value)) continue
        // A stored case reveals only that the register is in use.
        if (last.kind === 'unknown') continue
        steps += 1
        if (Math.abs(baseOf(value) - baseOf(last)) < K)
          disclosed.push(`${today} ${name}: ${JSON.stringify([last, value])}`)
      }
      measuresBefore = now
    }
  }
  expect(disclosed).toEqual([])
  expect(steps).toBeGreaterThan(15)
  expect(daysBetween(FIRST, today)).toBe(DAYS)
})
