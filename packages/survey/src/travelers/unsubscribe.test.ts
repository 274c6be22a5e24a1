import { expect, it } from 'vitest'
import { unsubscribe } from '../links/unsubscribe-address.ts'
import { unsubscribeToken } from '../links/unsubscribe-link.ts'
import { eligibleTravelers } from '../opening/rows/read-frame.ts'
import { type SurveyWorld, surveyWorld, travelerFile, travelerRow } from '../testing/survey-world.ts'
import { addressKey } from './address-key.ts'
import { importTravelers } from './import-travelers.ts'

const [OLD, NEW] = ['old@mail.example', 'new@mail.example'] as const

const bring = async (world: SurveyWorld, ...emails: readonly string[]) => {
  const rows = emails.map((email, n) => travelerRow(n + 1, { email }))
  expect(await importTravelers(world.ports, travelerFile(rows))).toMatchObject({ ok: true })
}

const leave = (world: SurveyWorld, address: string) =>
  unsubscribe(world.ports, { token: unsubscribeToken(world.ports.keyring, address) })

const suppress = ({ ports }: SurveyWorld, address: string, reason: 'bounced' | 'complained' | 'erased') =>
  ports.store.suppressAddress(addressKey(ports.keyring, address), reason, 1)

const reasonOf = async ({ database, ports }: SurveyWorld, address: string) =>
  (
    await database.query.get<{ reason: string }>('SELECT reason FROM suppression WHERE email_key = @emailKey', {
      emailKey: addressKey(ports.keyring, address),
    })
  )?.reason

/** Customer numbers of eligible travelers. */
async function eligible({ database }: SurveyWorld) {
  const frame = { months: { first: '2000-01', last: null }, budgetFrom: 0, letterLimit: 3 } as const
  const number = async (id: string) =>
    (
      await database.query.get<{ number: string }>('SELECT customer_number AS number FROM traveler WHERE id = @id', {
        id,
      })
    )?.number
  const numbers = await Promise.all((await eligibleTravelers(database.query, frame)).map(({ id }) => number(id)))
  return numbers.sort()
}

it('suppresses the address of a letter also after its traveler was deleted', async () => {
  const world = await surveyWorld()
  await bring(world, OLD)
  await world.database.write((query) => query.run('DELETE FROM traveler'))
  expect(await leave(world, OLD)).toEqual({ ok: true, value: null })
  await bring(world, OLD, NEW)
  expect(await eligible(world)).toEqual(['C-2'])
})

it('suppresses the mailbox of the letter, and not the traveler’s current one', async () => {
  const world = await surveyWorld()
  await bring(world, OLD)
  await bring(world, NEW, OLD)
  expect(await leave(world, OLD)).toEqual({ ok: true, value: null })
  expect(await eligible(world)).toEqual(['C-1'])
})

it('is recorded after a bounce, so that it follows the traveler to the next address', async () => {
  const world = await surveyWorld()
  await bring(world, OLD)
  await suppress(world, OLD, 'bounced')
  await leave(world, OLD)
  expect(await reasonOf(world, OLD)).toBe('unsubscribed')
  await bring(world, NEW)
  expect([await reasonOf(world, NEW), await eligible(world)]).toEqual(['unsubscribed', []])
})

it('is replaced by an erasure alone, and by no weaker reason', async () => {
  const world = await surveyWorld()
  await leave(world, OLD)
  for (const weaker of ['bounced', 'complained'] as const) await suppress(world, OLD, weaker)
  expect(await reasonOf(world, OLD)).toBe('unsubscribed')
  await suppress(world, OLD, 'erased')
  await leave(world, OLD)
  for (const weaker of ['bounced', 'complained'] as const) await suppress(world, OLD, weaker)
  expect(await reasonOf(world, OLD)).toBe('erased')
})
