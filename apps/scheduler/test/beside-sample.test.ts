import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import type { Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, test } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { checkPages } from '../src/policy-pages/check-pages.ts'
import { tellWebHook } from '../src/scheduler.ts'
import { addPerson, guardOf, openCompany, ring, type SetClock, setClock, timeZone, urls } from './company.ts'
import { DUE_RECORDS } from './due-records.ts'

/** Around the days on which everything made up is due. */
const DAYS = ['2026-06-23', '2026-06-29', '2026-06-30', '2026-07-01', '2026-07-05', '2026-07-06']
/** Tables that a scheduler fills because of records. */
const DERIVED = [
  ...['letter', 'hook_message', 'deadline_alert', 'goal_watch', 'edition', 'edition_reader', 'policy_fetch'],
  ...['policy_proof', 'deletion_proof', 'opening_question', 'officer_question', 'wave'],
]

const ports = (store: Store, clock: SetClock) => ({
  ...{ store, clock, clockGuard: guardOf(store), ids: systemIds, tokens: systemTokens, keyring: ring },
  ...{ timeZone, rules: RULES, urls, log: () => undefined },
})

const organisation = {
  ...{ nameZh: '示例', nameEn: 'Sample', contactEmail: 'p@x.example', programmeStart: '2025-01-01' },
  ...{ baselineYear: null, sample: true },
}

test('two schedulers that run over sample data for days write and mail nothing about it; without it they do', async () => {
  const clock = setClock('2026-06-22T08:00:00+08:00')
  const company = await openCompany(clock)
  const stores = [company.store, await company.openSecondStore()]
  for (const role of USER_ROLES) await addPerson(company, role, 'en')
  const { sampleData } = company.store
  const now = clock.now()
  expect(await sampleData.begin({ loadId: 'a', stepsAll: 1, organisation, now, leaseUntil: now + 60_000 })).toBe(
    'begun',
  )
  for (const { rows } of Object.values(DUE_RECORDS)) await company.database.insert(rows)
  await sampleData.finish('a')

  const derived = async () => {
    const counts = DERIVED.map(async (table) => {
      const [row] = await company.database.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
      return [table, row?.n ?? 0] as const
    })
    return Object.fromEntries(await Promise.all(counts))
  }
  const send = async () => null
  const webHook = {
    send,
    config: { url: new URL('https://hook.example'), form: 'generic', secret: null },
    locale: 'en',
  } as never
  const fetchPage = () => Promise.reject(new Error('nothing is fetched'))
  const run = async (day: string) => {
    for (const hour of [5, 8, 9]) {
      clock.set(momentOn(day, hour, timeZone) + 30 * 60_000)
      await Promise.all(stores.map((store) => runCalendar(ports(store, clock))))
    }
    await tellWebHook({ ...ports(company.store, clock), webHook })
    await checkPages({ ...ports(company.store, clock), fetchPage, comparePage: fetchPage })
  }
  const before = await derived()
  for (const day of DAYS) await run(day)
  expect(await derived()).toEqual(before)
  expect(await company.store.outbox.claim(9, clock.now(), clock.now() + 1)).toEqual([])

  // The rows above are not on the list of the sample data, so they stay and are one's own from here on.
  await sampleData.remove(clock.now())
  await company.store.organisation.save(organisation)
  await run('2026-07-07')
  const after = await derived()
  expect([after.letter, after.deadline_alert, after.hook_message].every((count) => count && count > 0)).toBe(true)
})
