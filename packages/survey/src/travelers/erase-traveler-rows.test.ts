import { overwriteNow } from '@wayproof/database/sqlite/overwrite-deleted'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import { showInvitation } from '../answers/show-invitation.ts'
import { withdrawAnswer } from '../answers/withdraw-answer.ts'
import {
  closeAtOnce,
  countOf,
  exactFunnel,
  invitations,
  openedWave,
  openWaveForAll,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
  travelerRows,
} from '../testing/survey-world.ts'
import { remindWave } from '../waves/remind-wave.ts'
import { addressKey } from './address-key.ts'
import { eraseTraveler } from './erase-traveler.ts'
import { importTravelers } from './import-travelers.ts'

const period = '2026-H1'

interface Row {
  readonly id: string
  readonly customer_number: string
  readonly email_sealed: Uint8Array
  readonly email_key: Uint8Array
}

const traveler = ({ database }: SurveyWorld, number: string) =>
  database.query.get<Row>('SELECT * FROM traveler WHERE customer_number = @number', { number })

const outbox = ({ database, ports }: SurveyWorld) => outboxStore({ database, ids: systemIds, keyring: ports.keyring })

/** Sends every letter; the mail server's reply quotes the address. */
async function sendAll(world: SurveyWorld): Promise<void> {
  const now = world.ports.clock.now()
  const claimed = await outbox(world).claim(1_000, now, now + 60_000)
  for (const letter of claimed) await outbox(world).markSent(letter, `250 <${letter.to}> taken`, now)
}

/** Bytes that the file must not contain after the erasure of a person. */
async function canariesOf(world: SurveyWorld, number: string): Promise<Buffer[]> {
  const row = await traveler(world, number)
  if (!row) throw new Error(`there is no ${number}`)
  const own = (await invitations(world)).filter(({ traveler_id }) => traveler_id === row.id)
  return [
    ...[row.id, number, world.ports.keyring.open('address', row.email_sealed), ...own.map(({ id }) => id)].map((text) =>
      Buffer.from(text),
    ),
    Buffer.from(row.email_sealed),
  ]
}

test('after an erasure no byte of the database contains number, address, sealed address or id of the person', async () => {
  const world = await surveyWorld()
  const rows = travelerRows(400).map((row) => ({
    ...row,
    cells: { ...row.cells, customerNumber: `CUSTOMER-${row.rowNumber}-X` },
  }))
  await importTravelers(world.ports, travelerFile(rows))
  await openWaveForAll(world)
  await sendAll(world)
  // Changed once more, so that the file has older copies of the row.
  await importTravelers(
    world.ports,
    travelerFile(rows.map((row) => ({ ...row, cells: { ...row.cells, region: 'changed' } }))),
  )
  const numbers = [3, 77, 150, 299].map((n) => `CUSTOMER-${n}-X`)
  const canaries = (await Promise.all(numbers.map((number) => canariesOf(world, number)))).flat()
  expect(canaries).toHaveLength(20)
  const before = await storedBytes(world.database)
  expect(canaries.filter((canary) => !before.includes(canary))).toEqual([])

  for (const customerNumber of numbers) {
    expect(await eraseTraveler(world.ports, { customerNumber })).toEqual({
      ok: true,
      // The row, an invitation, a letter and a delivery record.
      value: { found: true, overwritten: world.database.engine === 'sqlite' },
    })
  }
  // On PostgreSQL the night does this.
  expect(await overwriteNow(world.database, world.ports.clock.now())).toBe(true)
  const after = await storedBytes(world.database)
  expect(canaries.filter((canary) => after.includes(canary))).toEqual([])
  expect(after.includes('CUSTOMER-4-X')).toBe(true)
  expect(await countOf(world, 'deletion_proof WHERE wiped_at IS NULL')).toBe(0)
})

test('an erasure deletes the person, but not the counts of the wave, answers and letters of others', async () => {
  const world = await surveyWorld()
  await openedWave(world, 20)
  await sendAll(world)
  const seventh = (await traveler(world, 'C-7'))?.id
  const person = (await invitations(world)).find(({ traveler_id }) => traveler_id === seventh)
  const link = (await tokens(world))[(await invitations(world)).findIndex(({ id }) => id === person?.id)] ?? ''
  const sent = await submit(world, link, { overall: '4', improve: 'kept' })
  await remindWave(world.ports, { period })
  const key = (await traveler(world, 'C-7'))?.email_key ?? new Uint8Array()
  const before = await exactFunnel(world)
  expect(before).toMatchObject({ value: { invited: 20, delivered: 20, answered: 1 } })

  expect(await eraseTraveler(world.ports, { email: ' Traveler-7@EXAMPLE.com' })).toMatchObject({ ok: true })
  expect(await countOf(world, 'traveler')).toBe(19)
  expect(await countOf(world, 'invitation')).toBe(19)
  expect(await countOf(world, `letter WHERE kind = 'survey-invitation'`)).toBe(19)
  expect(await exactFunnel(world)).toEqual(before)
  expect(await countOf(world, 'answer')).toBe(1)
  expect(await countOf(world, `suppression WHERE reason = 'erased'`)).toBe(1)
  expect(await world.database.query.get('SELECT 1 FROM suppression WHERE email_key = @key', { key })).toBeDefined()

  expect(await showInvitation(world.ports, { token: link })).toMatchObject({ fault: { code: 'link-unknown' } })
  expect(await submit(world, link, { overall: '1' })).toMatchObject({ fault: { code: 'link-unknown' } })
  if (!sent.ok) throw new Error(sent.fault.code)
  expect(await withdrawAnswer(world.ports, { receipt: sent.value.receipt })).toMatchObject({ ok: true })
  await closeAtOnce(world, period)
  expect(await exactFunnel(world)).toMatchObject({ value: { invited: 20, delivered: 20 } })
})

test('a claimed letter is not sent, and waiting ones are deleted', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const now = world.ports.clock.now()
  const claimed = await outbox(world).claim(10, now, now + 60_000)
  const letter = claimed.find(({ to }) => to === 'traveler-2@example.com')
  expect(letter && (await outbox(world).eligibility(letter.id, now))).toBe('due')
  await eraseTraveler(world.ports, { customerNumber: 'C-2' })
  expect(letter && (await outbox(world).eligibility(letter.id, now))).toBe('suppressed')
  expect(letter && (await outbox(world).markSent(letter, '250', now))).toBe(false)
  expect(await countOf(world, 'letter')).toBe(2)
  expect(await countOf(world, 'delivery')).toBe(0)
})

test('a new import skips and counts an erased address under any number; an earlier unsubscribing makes no difference', async () => {
  const world = await surveyWorld()
  await importTravelers(world.ports, travelerFile(travelerRows(3)))
  await world.ports.store.suppressAddress(addressKey(world.ports.keyring, 'traveler-2@example.com'), 'unsubscribed', 1)
  await eraseTraveler(world.ports, { customerNumber: 'C-2' })
  for (const dryRun of [true, false]) {
    expect(await importTravelers(world.ports, travelerFile(travelerRows(3), dryRun))).toMatchObject({
      ok: true,
      value: { added: 0, changed: 0, unchanged: 2, notAdult: 0, noBasis: 0, erased: 1, sameAddress: 0 },
    })
  }
  const again = [travelerRow(9, { email: 'traveler-2@example.com', adult: false }), travelerRow(3, { region: 'moved' })]
  expect(await importTravelers(world.ports, travelerFile(again))).toMatchObject({
    ok: true,
    value: { added: 0, changed: 1, unchanged: 0, notAdult: 0, noBasis: 0, erased: 1, sameAddress: 0 },
  })
  expect(await countOf(world, 'traveler')).toBe(2)
  const frame = { months: { first: '2000-01', last: null }, budgetFrom: 0, letterLimit: 3 } as const
  expect(await world.ports.store.countFrame(frame)).toMatchObject({ eligible: 2 })
})

test('a customer whose new address was erased keeps the old one, and two others in the file can still swap theirs', async () => {
  const world = await surveyWorld()
  await importTravelers(world.ports, travelerFile(travelerRows(4)))
  await eraseTraveler(world.ports, { customerNumber: 'C-4' })
  const rows = [
    travelerRow(1, { email: 'traveler-2@example.com' }),
    travelerRow(2, { email: 'traveler-1@example.com' }),
    travelerRow(3, { email: 'traveler-4@example.com' }),
  ]
  expect(await importTravelers(world.ports, travelerFile(rows))).toMatchObject({
    value: { changed: 2, erased: 1, sameAddress: 0 },
  })
  const third = await traveler(world, 'C-3')
  expect(third && world.ports.keyring.open('address', third.email_sealed)).toBe('traveler-3@example.com')
})

test('an unknown address is suppressed for later imports, and an unknown number is a fault', async () => {
  const world = await surveyWorld()
  await importTravelers(world.ports, travelerFile(travelerRows(2)))
  for (const [who, code] of [
    [{ customerNumber: 'C-99' }, 'traveler-unknown'],
    [{ email: 'two@x.test, three@x.test' }, 'email-invalid'],
  ] as const) {
    expect(await eraseTraveler(world.ports, who)).toEqual({ ok: false, fault: { code } })
  }
  await eraseTraveler(world.ports, { customerNumber: 'C-1' })
  expect(await eraseTraveler(world.ports, { customerNumber: 'C-1' })).toMatchObject({ ok: false })
  expect([await countOf(world, 'traveler'), await countOf(world, 'suppression')]).toEqual([1, 1])

  expect(await eraseTraveler(world.ports, { email: 'Traveler-3@example.com' })).toEqual({
    ok: true,
    value: { found: false, overwritten: true },
  })
  expect(await countOf(world, 'suppression')).toBe(2)
  expect(await importTravelers(world.ports, travelerFile(travelerRows(4)))).toMatchObject({
    value: { added: 1, unchanged: 1, erased: 2 },
  })
})

test('an erasure is proven by day and table, without personal data, in a chain that reveals changes', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  world.setNow('2026-07-02T16:30:00Z')
  await eraseTraveler(world.ports, { customerNumber: 'C-1' })
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  const erased = {
    day: '2026-07-03',
    rule: 'erasure',
    days: null,
    count: 1,
    overwritten: world.database.engine === 'sqlite',
  }
  expect(await retention.proofs()).toEqual(['invitation', 'traveler'].map((table) => ({ ...erased, table })))
  const holds = () => proofsHold(world.database.query)
  expect(await holds()).toBe(true)
  await world.database.write((query) => query.run(`UPDATE deletion_proof SET count = 2 WHERE place = 'traveler'`))
  expect(await holds()).toBe(false)
})
