import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { Values } from '@wayproof/database/query/query'
import { engines, openTestDatabase } from '@wayproof/database/testing/engines'
import { allowWrites, refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import { rightsStoreContract } from '../testing/contracts/rights-store-contract.ts'
import type { RightsLetter } from '../testing/memory-rights-store.ts'
import { checkIdentity } from './check-identity.ts'
import { closeCase } from './close-case.ts'
import { mailedCode } from './mailed-code.ts'
import { openCase } from './open-case.ts'
import type { RightsPorts } from './ports.ts'
import { recordCase } from './record-case.ts'
import { rightsStore } from './rights-store.ts'
import { sendAnswer } from './send-answer.ts'
import { sendCode } from './send-code.ts'
import { listCases, showCase, showOwnCase } from './show-case.ts'
import { writeMessage } from './write-message.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = Date.parse('2026-03-02T01:00:00Z')

async function world() {
  const database = await openTestDatabase()
  let now = START
  const keys = keyring(new Uint8Array(32).fill(3))
  const ports: RightsPorts = {
    rights: rightsStore(database, systemIds),
    clock: { now: () => now },
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    timeZone: 'Asia/Shanghai',
  }
  const outbox = outboxStore({ database, keyring: keys, ids: systemIds })
  const open = async (change: Partial<Parameters<typeof openCase>[1]> = {}) => {
    const formCode = newSecretCode(systemTokens)
    const asked = { kind: 'access', regime: 'china', text: 'What do you hold?', contact: 'ann@mail.example' } as const
    const opened = await openCase(ports, { formCode, ...asked, locale: 'en', ...change })
    if (!opened.ok) throw new Error(opened.fault.code)
    return opened.value.caseCode
  }
  const rows = (statement: string, values?: Values) => database.query.all<Record<string, unknown>>(statement, values)
  const mailed = () => outbox.claim(100, now, now + 1)
  const pass = (ms: number) => {
    now += ms
  }
  return { database, ports, keys, open, rows, mailed, pass }
}

// The same suite runs on the in-memory store of packages/evidence.
for (const { engine, open } of engines)
  rightsStoreContract(engine, async () => {
    const database = await open()
    let letters = 0
    const next = () => {
      letters += 1
      return `letter-${letters}`
    }
    return {
      rights: rightsStore(database, { next }),
      letters: async () => {
        const { letter } = await database.records()
        const queued = await letter.findMany({ where: { state: 'queued' }, orderBy: { id: 'asc' } })
        return queued.map(({ recipientId, kind, data }) => ({
          caseId: recipientId,
          ...recordOf<Pick<RightsLetter, 'kind'>>({ kind }),
          data: JSON.parse(data),
        }))
      },
    }
  })

type World = Awaited<ReturnType<typeof world>>

/** The digits of the case's code. */
async function digits({ rows, keys }: World, caseCode: string): Promise<string> {
  const ofCase =
    'SELECT mailed_code.id FROM mailed_code JOIN rights_case ON rights_case.id = case_id WHERE code_hash = @hash'
  const [code] = await rows(ofCase, { hash: keys.mac('case-code', caseCode) })
  return mailedCode(keys, String(code?.id))
}

test('a request runs from receipt to closing, by address and by code', async () => {
  const at = await world()
  const caseCode = await at.open()
  const [listed] = (await listCases(at.ports)).open
  expect(listed).toMatchObject({
    receivedOn: '2026-03-02',
    dueOn: '2026-03-23',
    status: 'received',
    lastAuthor: 'person',
  })
  const id = listed!.id
  expect(await sendAnswer(at.ports, { id, text: 'no', purpose: 'answer' })).toMatchObject({
    fault: { code: 'identity-unchecked' },
  })

  const [letter] = await at.mailed()
  expect(letter).toMatchObject({
    to: 'ann@mail.example',
    letter: { kind: 'rights-code', data: { code: await digits(at, caseCode) } },
  })
  expect(await checkIdentity(at.ports, { caseCode, mailedCode: await digits(at, caseCode) })).toEqual({
    ok: true,
    value: null,
  })
  expect(await closeCase(at.ports, { id, outcome: 'granted' })).toMatchObject({ fault: { code: 'unanswered' } })
  at.pass(DAY)
  expect(await sendAnswer(at.ports, { id, text: ' This:\r\nall. ', purpose: 'answer' })).toMatchObject({ ok: true })
  expect((await at.mailed()).map(({ to, letter }) => [to, letter.data])).toEqual([
    ['ann@mail.example', { number: 2, purpose: 'answer', dueOn: null, text: 'This:\nall.' }],
  ])
  expect(await writeMessage(at.ports, { caseCode: caseCode.toLowerCase(), text: 'Thanks' })).toMatchObject({ ok: true })
  expect(await closeCase(at.ports, { id, outcome: 'granted' })).toMatchObject({ ok: true })
  const facts = {
    status: 'closed',
    outcome: 'granted',
    identityCheckedOn: '2026-03-02',
    answeredOn: '2026-03-03',
    closedOn: '2026-03-03',
  }
  expect(await showOwnCase(at.ports, { caseCode })).toMatchObject({
    value: { case: facts, contact: 'ann@mail.example', messages: [{ author: 'person' }, { text: 'This:\nall.' }, {}] },
  })
  for (const done of [
    await sendAnswer(at.ports, { id, text: 'more', purpose: 'answer' }),
    await closeCase(at.ports, { id, outcome: 'refused' }),
  ])
    expect(done).toMatchObject({ fault: { code: 'case-closed' } })
  expect(await writeMessage(at.ports, { caseCode, text: 'more' })).toMatchObject({ fault: { code: 'case-full' } })
  expect(await listCases(at.ports)).toMatchObject({ open: [], closed: [facts] })
})

test('a case and its code letter are stored together or not at all, and the same form can be sent again', async () => {
  const at = await world()
  const formCode = newSecretCode(systemTokens)
  const recorded = {
    formCode: newSecretCode(systemTokens),
    kind: 'access',
    regime: 'china',
    channel: 'telephone',
  } as const
  const byHand = { receivedOn: '2026-03-01', text: 'All.', contact: 'bea@mail.example', locale: 'en' } as const
  const record = () =>
    recordCase(at.ports, { ...recorded, ...byHand, identityChecked: false, by: 'officer', founded: null })
  for (const [send, to] of [
    [() => at.open({ formCode }), 'ann@mail.example'],
    [record, 'bea@mail.example'],
  ] as const) {
    await refuseWrites(at.database, { before: 'INSERT', on: 'letter' })
    const before = (await at.rows('SELECT id FROM rights_case')).length
    await expect(send()).rejects.toThrow()
    expect(await at.rows('SELECT id FROM rights_case')).toHaveLength(before)
    await allowWrites(at.database, 'letter')
    await send()
    expect((await at.mailed()).map((letter) => letter.to)).toEqual([to])
    await send()
    expect(await at.mailed()).toEqual([])
  }
})

test('an expired code is not mailed, and an address gets 5 letters a day', async () => {
  const at = await world()
  for (let n = 0; n < 4; n += 1) await at.open()
  const last = await at.open()
  await sendCode(at.ports, { caseCode: last })
  await at.open()
  expect(await at.rows(`SELECT * FROM letter WHERE kind = 'rights-code'`)).toHaveLength(5)
  at.pass(30 * MINUTE)
  expect(await at.mailed()).toEqual([])
  expect(await at.rows('SELECT DISTINCT state, reason FROM letter')).toEqual([
    { state: 'suppressed', reason: 'code expired' },
  ])
  at.pass(DAY)
  await sendCode(at.ports, { caseCode: last })
  expect(await at.mailed()).toHaveLength(1)
})

test('no stored byte shows address, texts or codes, and a case has no moment', async () => {
  const at = await world()
  const caseCode = await at.open({ text: 'CANARY-QUESTION', contact: 'canary@mail.example' })
  const code = await digits(at, caseCode)
  await checkIdentity(at.ports, { caseCode, mailedCode: code })
  const { id } = (await listCases(at.ports)).open[0]!
  await sendAnswer(at.ports, { id, text: 'CANARY-ANSWER', purpose: 'answer' })
  const bytes = await storedBytes(at.database)
  for (const secret of ['CANARY', 'canary@', caseCode, caseCode.replaceAll('-', ''), code])
    expect(bytes.includes(secret)).toBe(false)
  const [row] = await at.rows('SELECT * FROM rights_case')
  expect(Object.values(row!).filter((value) => typeof value === 'number')).toEqual([0])
})

test('address and texts are deleted 90 days after closing, the rest after 3 years', async () => {
  const at = await world()
  const retention = retentionStore(at.database, at.ports)
  const caseCode = await at.open()
  await at.mailed()
  const still = await at.open({ contact: null })
  const { id } = (await listCases(at.ports)).open.find(({ anonymous }) => !anonymous)!
  await closeCase(at.ports, { id, outcome: 'identity-unproven' })
  at.pass(89 * DAY)
  await retention.deleteDue(at.ports.clock.now())
  expect(await showOwnCase(at.ports, { caseCode })).toMatchObject({ ok: true, value: { messages: [{}] } })
  at.pass(DAY)
  await retention.deleteDue(at.ports.clock.now())
  expect(await showOwnCase(at.ports, { caseCode })).toMatchObject({ fault: { code: 'case-unknown' } })
  const left = { kind: 'access', regime: 'china', receivedOn: '2026-03-02', outcome: 'identity-unproven' }
  expect(await showCase(at.ports, { id })).toMatchObject({ value: { case: left, contact: null, messages: [] } })
  expect(await at.rows('SELECT * FROM letter')).toEqual([])
  const proven = (await retention.proofs()).filter(({ rule }) => rule === 'case-texts')
  expect(proven).toMatchObject([
    { rule: 'case-texts', days: 90, table: 'letter', count: 1 },
    { rule: 'case-texts', days: 90, table: 'rights_message', count: 1 },
  ])
  at.pass((1095 - 90 - 1) * DAY)
  await retention.deleteDue(at.ports.clock.now())
  expect(await showCase(at.ports, { id })).toMatchObject({ ok: true })
  at.pass(DAY)
  await retention.deleteDue(at.ports.clock.now())
  expect(await showCase(at.ports, { id })).toMatchObject({ fault: { code: 'case-unknown' } })
  expect(await showOwnCase(at.ports, { caseCode: still })).toMatchObject({ ok: true })
  expect(await proofsHold(at.database.query)).toBe(true)
})

test('a question is mailed and does not stop the clock; the answer stops it', async () => {
  const at = await world()
  const caseCode = await at.open()
  await checkIdentity(at.ports, { caseCode, mailedCode: await digits(at, caseCode) })
  const { id } = (await listCases(at.ports)).open[0]!
  await at.mailed()
  expect(await sendAnswer(at.ports, { id, text: 'Which trip?', purpose: 'question' })).toMatchObject({ ok: true })
  expect((await at.mailed()).map(({ letter }) => letter.data)).toEqual([
    { number: 2, purpose: 'question', dueOn: null, text: 'Which trip?' },
  ])
  const asked = { case: { status: 'identity-checked', answeredOn: null }, messages: [{}, { purpose: 'question' }] }
  expect(await showOwnCase(at.ports, { caseCode })).toMatchObject({ value: asked })
  expect(await closeCase(at.ports, { id, outcome: 'granted' })).toMatchObject({ fault: { code: 'unanswered' } })
  at.pass(DAY)
  await sendAnswer(at.ports, { id, text: 'Here.', purpose: 'answer' })
  await sendAnswer(at.ports, { id, text: 'Enough?', purpose: 'question' })
  expect(await showOwnCase(at.ports, { caseCode })).toMatchObject({
    value: { case: { status: 'answered', answeredOn: '2026-03-03' } },
  })
})

test('an address that is unconfirmed after 7 days is deleted with its letters, and the case is answered by its code', async () => {
  const at = await world()
  const retention = retentionStore(at.database, at.ports)
  const lost = await at.open()
  const kept = await at.open({ contact: 'bea@mail.example' })
  await checkIdentity(at.ports, { caseCode: kept, mailedCode: await digits(at, kept) })
  await at.mailed()
  at.pass(7 * DAY - 60 * MINUTE * 10)
  await retention.deleteDue(at.ports.clock.now())
  expect(await showOwnCase(at.ports, { caseCode: lost })).toMatchObject({ value: { contact: 'ann@mail.example' } })
  await sendCode(at.ports, { caseCode: lost })
  at.pass(60 * MINUTE * 10)
  await retention.deleteDue(at.ports.clock.now())
  const dropped = { anonymous: true, addressDroppedOn: '2026-03-09', status: 'received', dueOn: '2026-03-23' }
  expect(await showOwnCase(at.ports, { caseCode: lost })).toMatchObject({
    value: { case: dropped, contact: null, messages: [{}] },
  })
  expect(await showOwnCase(at.ports, { caseCode: kept })).toMatchObject({ value: { contact: 'bea@mail.example' } })
  const proven = (await retention.proofs()).filter(({ rule }) => rule === 'unconfirmed-address')
  expect(proven).toMatchObject([
    { rule: 'unconfirmed-address', days: 7, table: 'letter', count: 2 },
    { rule: 'unconfirmed-address', table: 'mailed_code', count: 1 },
    { rule: 'unconfirmed-address', table: 'rights_case', count: 1 },
  ])
  expect(await sendCode(at.ports, { caseCode: lost })).toMatchObject({ fault: { code: 'case-unknown' } })
  const { id } = (await listCases(at.ports)).open.find(({ anonymous }) => anonymous)!
  expect(await sendAnswer(at.ports, { id, text: 'We hold nothing.', purpose: 'answer' })).toMatchObject({ ok: true })
  expect(await at.mailed()).toEqual([])
})

test('no moment shows when a case arrived: its letters are dated to the day', async () => {
  const at = await world()
  const outbox = outboxStore({ database: at.database, keyring: at.keys, ids: systemIds })
  const caseCode = await at.open()
  const now = () => at.ports.clock.now()
  const [first] = await outbox.claim(1, now(), now() + 1)
  await outbox.markDeferred(first!, '451 later', now(), now() + 5 * MINUTE)
  at.pass(DAY + 7 * MINUTE)
  await sendCode(at.ports, { caseCode })
  await checkIdentity(at.ports, { caseCode, mailedCode: await digits(at, caseCode) })
  const { id } = (await listCases(at.ports)).open[0]!
  await sendAnswer(at.ports, { id, text: 'All.', purpose: 'answer' })
  for (const claim of await outbox.claim(10, now(), now() + 1)) await outbox.markSent(claim, '250 ok', now())
  const moments = await at.rows(`SELECT not_before, created_at, sent_at FROM letter WHERE sent_at IS NOT NULL`)
  const logged = await at.rows('SELECT at FROM delivery')
  expect([moments.length, logged.length]).toEqual([1, 2])
  const midnight = START - 9 * 60 * MINUTE
  for (const moment of [...moments, ...logged].flatMap((row) => Object.values(row)))
    expect((Number(moment) - midnight) % DAY).toBe(0)
})
