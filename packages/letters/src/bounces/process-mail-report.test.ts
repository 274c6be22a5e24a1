import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, test } from 'vitest'
import { dsn, feedbackReport } from '../testing/sample-reports.ts'
import { addressMark, bounceAddress } from './bounce-address.ts'
import { type MailReport, NotAMessage } from './mail-report.ts'
import { processMailReport } from './process-mail-report.ts'

const ring = keyring(new Uint8Array(32).fill(5))
const now = Date.parse('2026-01-15T08:00:00Z')
const letterId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const address = 'ann@traveler.example'
const to = bounceAddress(ring, 'bounces@faraway.example', { letterId, to: address, now })

/** A register of letters in memory that marks each letter once for each kind of report. */
function letterRegister() {
  const marked: { readonly report: MailReport; readonly at: number }[] = []
  const markReported = async (report: MailReport, at: number) => {
    const isKnown = marked.some(
      (each) => each.report.kind === report.kind && each.report.letter.letterId === report.letter.letterId,
    )
    if (!isKnown) marked.push({ report, at })
    return !isKnown
  }
  const take = (raw: Uint8Array) =>
    processMailReport({ markReported, clock: { now: () => now }, keyring: ring }, { raw })
  return { marked, take }
}

test('a bounce and a complaint are passed on with their letter, the address and the time', async () => {
  const { marked, take } = letterRegister()
  expect(await take(dsn({ to }))).toBe('hard')
  expect(await take(dsn({ to, status: '5.2.2' }))).toBe('soft')
  expect(await take(feedbackReport({ mailFrom: to }))).toBe('complaint')
  const letter = { letterId, addressMark: addressMark(ring, address) }
  expect(marked).toMatchObject([
    { report: { kind: 'hard', letter }, at: now },
    { report: { kind: 'soft', letter }, at: now },
    { report: { kind: 'complaint', letter }, at: now },
  ])
})

test('a report that changes nothing, because it came before, is known', async () => {
  const { take } = letterRegister()
  await take(dsn({ to }))
  expect(await take(dsn({ to }))).toBe('known')
})

test('a reply that reports nothing, and mail about no letter of ours, change nothing', async () => {
  const { marked, take } = letterRegister()
  expect(await take(dsn({ to, recipient: ['Action: relayed', 'Status: 2.0.0'] }))).toBe('reply')
  expect(await take(dsn({ to: 'bounces@faraway.example' }))).toBe('unrelated')
  expect(marked).toEqual([])
})

test('a report to an address that was signed with another key is unrelated', async () => {
  const others = keyring(new Uint8Array(32).fill(6))
  const forged = bounceAddress(others, 'bounces@faraway.example', { letterId, to: address, now })
  expect(await letterRegister().take(dsn({ to: forged }))).toBe('unrelated')
})

test('bytes that are no message are an error', async () => {
  await expect(letterRegister().take(new Uint8Array())).rejects.toThrow(NotAMessage)
})
