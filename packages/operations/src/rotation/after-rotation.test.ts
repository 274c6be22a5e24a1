import { barHashes } from '@wayproof/accounts/provider-accounts/barred-sign-in'
import { showOwnCase } from '@wayproof/evidence/rights/show-case'
import { writeMessage } from '@wayproof/evidence/rights/write-message'
import { showOwnReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { eligibleTravelers } from '@wayproof/survey/opening/rows/read-frame'
import {
  closeAtOnce,
  countOf,
  openedWave,
  type SurveyWorld,
  submit,
  tokens,
  travelerFile,
  travelerRow,
  travelerRows,
} from '@wayproof/survey/testing/survey-world'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { expect, test } from 'vitest'
import { conversationPorts, fillEncrypted } from './testing/encrypted-rows.ts'
import { rotatedWorld } from './testing/rotated-world.ts'

const bring = (world: SurveyWorld, rows: Parameters<typeof travelerFile>[0]) =>
  importTravelers(world.ports, travelerFile(rows))

async function eligible({ database }: SurveyWorld): Promise<readonly string[]> {
  const frame = { months: { first: '2000-01', last: null }, budgetFrom: 0, letterLimit: 3 } as const
  const ids = (await eligibleTravelers(database.query, frame)).map(({ id }) => id)
  const all = await database.query.all<{ id: string; number: string }>(
    'SELECT id, customer_number AS number FROM traveler ORDER BY customer_number',
  )
  return all.filter(({ id }) => ids.includes(id)).map(({ number }) => number)
}

const email = (n: number) => `traveler-${n}@example.com`

test('a person who unsubscribed before a rotation is not asked after it, also once deleted and imported again', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, travelerRows(3))
  const { ports } = installation.world
  await unsubscribe(ports, { token: unsubscribeToken(ports.keyring, email(2)) })
  await installation.rotate(2)
  const world = await installation.start()
  expect(await eligible(world)).toEqual(['C-1', 'C-3'])
  // The same addresses are recognized.
  expect(await bring(world, travelerRows(3))).toMatchObject({ value: { added: 0, changed: 0, unchanged: 3 } })
  await world.database.write((query) => query.run('DELETE FROM traveler'))
  await bring(world, [...travelerRows(3), travelerRow(4, { email: email(2).toUpperCase() })])
  expect(await eligible(world)).toEqual(['C-1', 'C-3'])
})

test('an unsubscribe link that was sent before a rotation works after it', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, travelerRows(2))
  const token = unsubscribeToken(installation.world.ports.keyring, email(1))
  await installation.rotate(2)
  await installation.rotate(3)
  const world = await installation.start()
  expect(await unsubscribe(world.ports, { token })).toMatchObject({ ok: true })
  expect(await eligible(world)).toEqual(['C-2'])
  const stranger = unsubscribeToken(keyring(new Uint8Array(32).fill(6)), email(2))
  expect(await unsubscribe(world.ports, { token: stranger })).toMatchObject({ ok: false })
})

test('a survey link of before a rotation is unknown after it, and one of the new generation opens', async () => {
  const installation = await rotatedWorld()
  const { world: before } = installation
  await openedWave(before, 10)
  const [old = ''] = await tokens(before)
  before.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(before, '2026-H1')
  expect(await submit(before, old, { overall: '4' })).toMatchObject({ ok: false, fault: { code: 'wave-closed' } })
  await installation.rotate(2)
  const world = await installation.start()
  expect(await submit(world, old, { overall: '4' })).toMatchObject({ ok: false, fault: { code: 'link-unknown' } })
  const [made = ''] = await tokens(world)
  expect(await submit(world, made, { overall: '4' })).toMatchObject({ ok: false, fault: { code: 'wave-closed' } })
})

test('case codes and report codes of before a rotation open their texts after it', async () => {
  const installation = await rotatedWorld()
  const { caseCode, reportCode } = await fillEncrypted(installation.world, 1)
  await installation.rotate(2)
  const ports = conversationPorts(await installation.start())
  expect(await showOwnCase(ports, { caseCode })).toMatchObject({ value: { messages: [{ text: 'message 1' }] } })
  expect(await writeMessage(ports, { caseCode, text: 'message 2' })).toMatchObject({ ok: true })
  expect(await showOwnCase(ports, { caseCode })).toMatchObject({
    value: { messages: [{ text: 'message 1' }, { text: 'message 2' }] },
  })
  expect(await showOwnReport(ports, { caseCode: reportCode })).toMatchObject({
    value: { contact: 'ann@mail.example', messages: [{ text: 'message 1' }] },
  })
})

test('hashes of mailboxes and of barred accounts are the same after a rotation', async () => {
  const installation = await rotatedWorld()
  const before = installation.world.ports.keyring
  await installation.rotate(2)
  const { keyring: after } = (await installation.start()).ports
  const identity = { issuer: 'https://login.example', subject: 's-1' }
  expect(barHashes(after, identity, 'An@x.example')).toEqual(barHashes(before, identity, 'an@x.example'))
  expect(mailboxHash(after, 'an@x.example')).toEqual(mailboxHash(before, 'an@x.example'))
})

test('travelers with one address are one mailbox across a rotation', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, travelerRows(2))
  await installation.rotate(2)
  const world = await installation.start()
  const double = travelerRow(3, { email: email(1), lastTrip: '2025-01' })
  expect(await bring(world, [double])).toMatchObject({ value: { added: 0, sameAddress: 1 } })
  expect(await countOf(world, 'traveler')).toBe(2)
})
