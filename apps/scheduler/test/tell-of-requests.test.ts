import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { writeToHandler } from '@wayproof/evidence/whistle-blowing/write-to-handler'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it } from 'vitest'
import { tellOfReports, tellOfRequests } from '../src/calendar/calendar.ts'
import { addPerson, openCompany, ring, setClock, timeZone, urls } from './company.ts'

const DAY = 24 * 60 * 60_000

async function atWork() {
  const clock = setClock('2026-03-02T15:30:00+08:00')
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'zh-CN')
  await addPerson(company, 'officer', 'en')
  await addPerson(company, 'executive', 'en')
  await addPerson(company, 'customer-service', 'en')
  const { store } = company
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone }
  const message = () =>
    ({
      author: 'person',
      purpose: 'message',
      day: dateAt(clock.now(), timeZone),
      textSealed: systemTokens.bytes(20),
    }) as const
  const ask = (kind: 'deletion' | 'complaint', contact: string | null) =>
    store.rights.openCase({
      id: systemIds.next(),
      kind,
      regime: 'china',
      channel: 'page',
      receivedOn: dateAt(clock.now(), timeZone),
      recordedOn: null,
      dueOn: '2026-03-23',
      status: 'received',
      outcome: null,
      anonymous: contact === null,
      locale: 'en',
      identityCheckedOn: null,
      addressDroppedOn: null,
      extendedOn: null,
      answeredOn: null,
      closedOn: null,
      codeHash: systemTokens.bytes(32),
      contactSealed: contact === null ? null : ring.seal('case-contact', contact, systemTokens.bytes(NONCE_BYTES)),
      message: message(),
      code: null,
    })
  /** The person of the one open case adds to it. */
  const write = async () => {
    const [openCase] = await store.rights.openCases()
    expect(await store.rights.addMessage(openCase?.id ?? '', message(), 30)).toBe(true)
  }
  const tellNow = (through = store) =>
    tellOfRequests({ ...machine, store: through, rules: RULES, urls, log: () => undefined })
  const notices = () =>
    company.database.rows<{ locale: string; data: string; key: string }>(
      `SELECT locale, data, dedupe_key AS key FROM letter WHERE kind = 'rights-arrived' ORDER BY locale, key`,
    )
  return { ...company, clock, ask, write, tellNow, notices }
}

it('tells every officer and customer service the morning after what arrived and when it is due, once, without personal data', async () => {
  const { clock, ask, tellNow, notices, openSecondStore } = await atWork()
  await ask('deletion', 'ann@mail.example')
  await ask('complaint', null)
  await tellNow()
  expect(await notices()).toEqual([])
  clock.set('2026-03-03T08:00:00+08:00')
  await Promise.all([tellNow(), tellNow(await openSecondStore())])
  await tellNow()
  const letters = await notices()
  expect(letters.map(({ locale }) => locale)).toEqual(['en', 'en', 'zh-CN'])
  const { receivedOn, cases } = JSON.parse(letters[0]?.data ?? '')
  expect(receivedOn).toBe('2026-03-02')
  expect(cases.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['complaint', 'deletion'])
  expect(Object.keys(cases[0]).sort()).toEqual(['dueOn', 'kind', 'regime'])
  expect(JSON.stringify(letters)).not.toContain('ann@')
})

it('catches up days of downtime, a letter a day, and sends none without a request', async () => {
  const { clock, ask, tellNow, notices } = await atWork()
  await tellNow()
  await ask('complaint', null)
  clock.set(clock.now() + DAY)
  await ask('complaint', null)
  clock.set(clock.now() + 5 * DAY)
  await tellNow()
  const days = (await notices()).map(({ data }) => JSON.parse(data).receivedOn)
  expect(days.sort()).toEqual(['2026-03-02', '2026-03-02', '2026-03-02', '2026-03-03', '2026-03-03', '2026-03-03'])
  clock.set(clock.now() + DAY)
  await tellNow()
  expect(await notices()).toHaveLength(6)
})

it('reports a further message the morning after, with the new requests of that day in one letter', async () => {
  const { clock, ask, write, tellNow, notices } = await atWork()
  await ask('complaint', null)
  // On the day it arrived the letter names the request itself.
  await write()
  clock.set(clock.now() + DAY)
  await tellNow()
  await write()
  await write()
  await ask('deletion', 'ann@mail.example')
  await tellNow()
  clock.set(clock.now() + DAY)
  await tellNow()
  await tellNow()
  const kinds = (items: readonly { readonly kind: string }[]) => items.map(({ kind }) => kind)
  const letters = (await notices()).filter(({ locale }) => locale === 'zh-CN')
  expect(
    letters.map(({ data }) => {
      const { receivedOn, cases, written } = JSON.parse(data)
      return [receivedOn, kinds(cases), kinds(written)]
    }),
  ).toEqual([
    ['2026-03-02', ['complaint'], []],
    ['2026-03-03', ['deletion'], ['complaint']],
  ])
})

it('tells only case handlers the morning after that there are reports: one letter, without their contents', async () => {
  const company = await atWork()
  const { clock, store } = company
  await addPerson({ store }, 'case-handler', 'zh-CN')
  await addPerson({ store }, 'case-handler', 'en')
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone }
  const ports = { ...machine, reports: store.reports }
  const tellNow = () => tellOfReports({ ...machine, store, rules: RULES, urls, log: () => undefined })
  const notices = () =>
    company.database.rows(`SELECT email, data FROM letter JOIN "user" ON "user".id = recipient_id
      WHERE kind = 'report-arrived' ORDER BY email`)
  const submitReport = async () => {
    const report = { reporter: 'staff', text: 'A list is sold.', contact: null, locale: 'en' } as const
    const submitted = await takeReport(ports, { ...report, formCode: newSecretCode(systemTokens) })
    return submitted.ok ? submitted.value.caseCode : ''
  }
  await tellNow()
  const caseCode = await submitReport()
  await submitReport()
  await tellNow()
  expect(await notices()).toEqual([])
  clock.set(clock.now() + DAY)
  await submitReport()
  clock.set(clock.now() + DAY)
  await Promise.all([tellNow(), tellNow()])
  expect(await notices()).toEqual([
    { email: 'case-handler-en@faraway.example', data: '{}' },
    { email: 'case-handler-zh-cn@faraway.example', data: '{}' },
  ])
  await writeToHandler(ports, { caseCode, text: 'More.' })
  await tellNow()
  expect(await notices()).toHaveLength(2)
  clock.set(clock.now() + DAY)
  await tellNow()
  expect(await notices()).toHaveLength(4)
})
