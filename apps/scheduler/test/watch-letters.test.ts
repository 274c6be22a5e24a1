import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { addPerson, guardOf, invite, openCompany, ring, setClock, timeZone, urls } from './company.ts'

const LETTERS = 40
const MINUTE = 60_000

it('pauses a wave within a minute when the webhook reports bounces, although nothing is being sent', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  const { store } = company
  await addPerson(company, 'officer', 'en')
  await invite(company, LETTERS)
  const letters = [...(await store.outbox.claim(LETTERS, clock.now(), clock.now() + MINUTE))]
  for (const letter of letters) await store.outbox.markSent(letter, '250 ok', clock.now())
  const log: Readonly<Record<string, unknown>>[] = []
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls }
  const checkLetters = async () => {
    clock.set(clock.now() + MINUTE)
    await runCalendar({ ...machine, store, clockGuard: guardOf(store), log: (entry) => void log.push(entry) })
    return (await store.survey.wave('2025-H2'))?.paused?.reason ?? null
  }
  const recordBounces = async (count: number) => {
    for (const { id, to } of letters.splice(0, count)) {
      const addressMark = ring.mac('address-look-up', to).subarray(0, 2)
      // The webhook's route does this with a bounce.
      await store.markReported(
        { kind: 'hard', cause: null, letter: { letterId: id, addressMark }, detail: '5.1.1' },
        clock.now(),
      )
    }
  }
  await checkLetters()
  await recordBounces(LETTERS / 20)
  expect(await checkLetters()).toBeNull()
  await recordBounces(1)
  expect(await checkLetters()).toBe('hard-bounces')
  await checkLetters()
  expect(log.filter(({ event }) => event === 'wave-paused')).toEqual([
    { event: 'wave-paused', period: '2025-H2', reason: 'hard-bounces' },
  ])
  expect((await store.outbox.counts()).queued).toBe(1)
})
