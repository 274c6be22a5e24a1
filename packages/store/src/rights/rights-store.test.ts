import { readFileSync } from 'node:fs'
import {
  checkIdentity,
  closeCase,
  extendTerm,
  listCases,
  mailedCode,
  openCase,
  type RightsPorts,
  recordCase,
  sendAnswer,
  sendCode,
  showCase,
  showOwnCase,
  writeMessage,
} from '@wayproof/evidence'
import { newSecretCode } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { temporaryFile } from '../engine/testing/temporary-file.ts'
import { outboxStore } from '../outbox/outbox.ts'
import { proofsHold } from '../retention/deletion-proof.ts'
import { retentionStore } from '../retention/retention-store.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { rightsStore } from './rights-store.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = Date.parse('2026-03-02T01:00:00Z')
const WRONG = { ok: false, fault: { code: 'code-wrong' } }

async function world() {
  const file = temporaryFile()
  const database = await openTestDatabase(file)
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
  const rows = (sql: string) => database.read<Record<string, unknown>>(sql).all()
  const mailed = () => outbox.claim(100, now, now + 1)
  const pass = (ms: number) => {
    now += ms
  }
  return { file, database, ports, keys, open, rows, mailed, pass }
}
type World = Awaited<ReturnType<typeof world>>

/** The digits of the case's code. */
function digits({ rows, keys }: World, caseCode: string): string {
  const hash = Buffer.from(keys.mac('case-code', caseCode)).toString('hex')
  const [code] = rows(`SELECT mailed_code.id FROM mailed_code JOIN rights_case ON rights_case.id = case_id
    WHERE hex(code_hash) = upper('${hash}')`)
  return mailedCode(keys, String(code?.id))
}

test('a request runs from its receipt to its end, by address and by code', async () => {
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
    letter: { kind: 'rights-code', data: { code: digits(at, caseCode) } },
  })
  expect(await checkIdentity(at.ports, { caseCode, mailedCode: digits(at, caseCode) })).toEqual({
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

test('an anonymous case is answered without a letter, also before any check', async () => {
  const at = await world()
  const caseCode = await at.open({ contact: null, kind: 'complaint' })
  const { id } = (await listCases(at.ports)).open[0]!
  expect(await sendAnswer(at.ports, { id, text: 'We look into it.', purpose: 'answer' })).toMatchObject({ ok: true })
  expect(await at.mailed()).toEqual([])
  expect(await showOwnCase(at.ports, { caseCode })).toMatchObject({ value: { contact: null, messages: [{}, {}] } })
  expect(await sendCode(at.ports, { caseCode })).toMatchObject({ fault: { code: 'case-unknown' } })
})

test('a case and the letter with its code are there together, or neither: the same form again brings both', async () => {
  const at = await world()
  const { writer } = at.database.connections
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
    writer.exec(`CREATE TRIGGER broken BEFORE INSERT ON letter BEGIN SELECT RAISE(ABORT, 'no more'); END`)
    const before = at.rows('SELECT id FROM rights_case').length
    await expect(send()).rejects.toThrow()
    expect(at.rows('SELECT id FROM rights_case')).toHaveLength(before)
    writer.exec('DROP TRIGGER broken')
    await send()
    expect((await at.mailed()).map((letter) => letter.to)).toEqual([to])
    await send()
    expect(await at.mailed()).toEqual([])
  }
})

test('an enquiry stands after every request that has a term, and is settled', async () => {
  const at = await world()
  await at.open({ kind: 'enquiry', regime: null })
  at.pass(30 * DAY)
  await at.open({ kind: 'complaint', contact: null })
  const { open } = await listCases(at.ports)
  expect(open.map(({ kind, regime, dueOn }) => [kind, regime, dueOn])).toEqual([
    ['complaint', 'china', '2026-04-23'],
    ['enquiry', null, null],
  ])
  const id = open[1]!.id
  expect(await closeCase(at.ports, { id, outcome: 'granted' })).toMatchObject({ fault: { code: 'outcome-unfit' } })
  expect(await closeCase(at.ports, { id, outcome: 'identity-unproven' })).toMatchObject({ ok: true })
})

test('the same form twice is one case and one letter', async () => {
  const at = await world()
  const formCode = newSecretCode(systemTokens)
  await Promise.all(Array.from({ length: 5 }, () => at.open({ formCode })))
  expect((await listCases(at.ports)).open).toHaveLength(1)
  expect(at.rows('SELECT * FROM letter')).toHaveLength(1)
})

test('a code is good for five tries, also at one moment, and for thirty minutes', async () => {
  const at = await world()
  const caseCode = await at.open()
  const code = digits(at, caseCode)
  const wrong = () => checkIdentity(at.ports, { caseCode, mailedCode: code === '00000000' ? '1' : '00000000' })
  expect(await Promise.all(Array.from({ length: 20 }, wrong))).toEqual(Array.from({ length: 20 }, () => WRONG))
  expect(await checkIdentity(at.ports, { caseCode, mailedCode: code })).toEqual(WRONG)

  await sendCode(at.ports, { caseCode })
  expect(await checkIdentity(at.ports, { caseCode, mailedCode: code })).toEqual(WRONG)
  at.pass(30 * MINUTE)
  expect(await checkIdentity(at.ports, { caseCode, mailedCode: digits(at, caseCode) })).toEqual(WRONG)

  await sendCode(at.ports, { caseCode })
  const other = await at.open()
  expect(await checkIdentity(at.ports, { caseCode: other, mailedCode: '' })).toEqual(WRONG)
  expect(await checkIdentity(at.ports, { caseCode: 'no code', mailedCode: digits(at, caseCode) })).toEqual(WRONG)
  at.pass(30 * MINUTE - 1)
  expect(await checkIdentity(at.ports, { caseCode, mailedCode: digits(at, caseCode) })).toMatchObject({ ok: true })
})

test('an expired code is not mailed any more, and an address gets five letters a day, whoever asks', async () => {
  const at = await world()
  for (let n = 0; n < 4; n += 1) await at.open()
  const last = await at.open()
  await sendCode(at.ports, { caseCode: last })
  await at.open()
  expect(at.rows(`SELECT * FROM letter WHERE kind = 'rights-code'`)).toHaveLength(5)
  at.pass(30 * MINUTE)
  expect(await at.mailed()).toEqual([])
  expect(at.rows('SELECT DISTINCT state, reason FROM letter')).toEqual([
    { state: 'suppressed', reason: 'code expired' },
  ])
  at.pass(DAY)
  await sendCode(at.ports, { caseCode: last })
  expect(await at.mailed()).toHaveLength(1)
})

test('a mailbox gets five letters a day, however its address is spelt', async () => {
  const at = await world()
  const contacts = ['anna.li+1@gmail.com', 'annali@googlemail.com', 'anna.li@gmail.com', 'a.nnali+x+y@gmail.com']
  for (const contact of [...contacts, ...contacts]) await at.open({ contact })
  expect(at.rows(`SELECT * FROM letter WHERE kind = 'rights-code'`)).toHaveLength(5)
  await at.open({ contact: 'anna.li@x.example' })
  expect(at.rows(`SELECT * FROM letter WHERE kind = 'rights-code'`)).toHaveLength(6)
})

test('a person writes thirty messages in a case', async () => {
  const at = await world()
  const caseCode = await at.open({ contact: null })
  for (let n = 1; n < 30; n += 1) expect((await writeMessage(at.ports, { caseCode, text: `${n}` })).ok).toBe(true)
  expect(await writeMessage(at.ports, { caseCode, text: 'x' })).toMatchObject({ fault: { code: 'case-full' } })
})

test('address, texts, codes stand in no byte of the file, and no moment beside a case', async () => {
  const at = await world()
  const caseCode = await at.open({ text: 'CANARY-QUESTION', contact: 'canary@mail.example' })
  const code = digits(at, caseCode)
  await checkIdentity(at.ports, { caseCode, mailedCode: code })
  const { id } = (await listCases(at.ports)).open[0]!
  await sendAnswer(at.ports, { id, text: 'CANARY-ANSWER', purpose: 'answer' })
  const bytes = [at.file, `${at.file}-wal`].map((file) => readFileSync(file, 'latin1')).join()
  for (const secret of ['CANARY', 'canary@', caseCode, caseCode.replaceAll('-', ''), code])
    expect(bytes.includes(secret)).toBe(false)
  const [row] = at.rows('SELECT * FROM rights_case')
  expect(Object.values(row!).filter((value) => typeof value === 'number')).toEqual([0])
})

test('ninety days after closing address and texts go, after three years the rest', async () => {
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
  expect(at.rows('SELECT * FROM letter')).toEqual([])
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
  expect(proofsHold((text) => at.database.read(text))).toBe(true)
})

test('a question is mailed and stops no clock; the answer does', async () => {
  const at = await world()
  const caseCode = await at.open()
  await checkIdentity(at.ports, { caseCode, mailedCode: digits(at, caseCode) })
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

test('a due day is put off once, by whoever is first, and the person gets the new one with the reason', async () => {
  const at = await world()
  const caseCode = await at.open({ regime: 'eu' })
  const { id } = (await listCases(at.ports)).open[0]!
  const extend = (reason = 'Three systems.') => extendTerm(at.ports, { id, reason })
  expect(await extend()).toMatchObject({ fault: { code: 'identity-unchecked' } })
  await checkIdentity(at.ports, { caseCode, mailedCode: digits(at, caseCode) })
  await at.mailed()
  expect(await extend(' ')).toMatchObject({ fault: { code: 'text-invalid' } })
  expect(await showCase(at.ports, { id })).toMatchObject({ value: { extendableTo: '2026-06-02' } })
  const both = await Promise.all([extend(), extend()])
  expect(both).toEqual([
    { ok: true, value: null },
    { ok: false, fault: { code: 'term-extended' } },
  ])
  expect(await extend()).toMatchObject({ fault: { code: 'term-extended' } })
  expect((await at.mailed()).map(({ letter }) => letter.data)).toEqual([
    { number: 2, purpose: 'extension', dueOn: '2026-06-02', text: 'Three systems.' },
  ])
  expect(await showCase(at.ports, { id })).toMatchObject({
    value: {
      case: { dueOn: '2026-06-02', extendedOn: '2026-03-02', status: 'identity-checked' },
      extendableTo: null,
      messages: [{}, { purpose: 'extension', text: 'Three systems.' }],
    },
  })
  const china = await at.open({ contact: null })
  const other = (await listCases(at.ports)).open.find(({ anonymous }) => anonymous)!
  expect(await extendTerm(at.ports, { id: other.id, reason: 'Long.' })).toMatchObject({
    fault: { code: 'term-not-extendable' },
  })
  expect(await showOwnCase(at.ports, { caseCode: china })).toMatchObject({ value: { messages: [{}] } })
})

test('seven days unconfirmed, an address goes with its letters, and the case is answered by its code', async () => {
  const at = await world()
  const retention = retentionStore(at.database, at.ports)
  const lost = await at.open()
  const kept = await at.open({ contact: 'bea@mail.example' })
  await checkIdentity(at.ports, { caseCode: kept, mailedCode: digits(at, kept) })
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

test('neither order nor a moment tells when a case came: no row ids, and its letters are dated to the day', async () => {
  const at = await world()
  const tables = at.rows(`SELECT name, wr FROM pragma_table_list
    WHERE name IN ('rights_case', 'rights_message', 'mailed_code') ORDER BY name`)
  expect(tables).toEqual(['mailed_code', 'rights_case', 'rights_message'].map((name) => ({ name, wr: 1 })))
  const outbox = outboxStore({ database: at.database, keyring: at.keys, ids: systemIds })
  const caseCode = await at.open()
  const now = () => at.ports.clock.now()
  const [first] = await outbox.claim(1, now(), now() + 1)
  await outbox.markDeferred(first!, '451 later', now(), now() + 5 * MINUTE)
  at.pass(DAY + 7 * MINUTE)
  await sendCode(at.ports, { caseCode })
  await checkIdentity(at.ports, { caseCode, mailedCode: digits(at, caseCode) })
  const { id } = (await listCases(at.ports)).open[0]!
  await sendAnswer(at.ports, { id, text: 'All.', purpose: 'answer' })
  for (const claim of await outbox.claim(10, now(), now() + 1)) await outbox.markSent(claim, '250 ok', now())
  const moments = at.rows(`SELECT not_before, created_at, sent_at FROM letter WHERE sent_at IS NOT NULL`)
  const logged = at.rows('SELECT at FROM delivery')
  expect([moments.length, logged.length]).toEqual([1, 2])
  const midnight = START - 9 * 60 * MINUTE
  for (const moment of [...moments, ...logged].flatMap((row) => Object.values(row)))
    expect((Number(moment) - midnight) % DAY).toBe(0)
})
