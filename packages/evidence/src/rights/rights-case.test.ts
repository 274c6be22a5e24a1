import { keyring } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extensionOf } from './extension.ts'
import { mailedCode, readMailedCode } from './mailed-code.ts'
import { answerFault, closeFault, RIGHTS_OUTCOMES, type RightsCase, urgencyOf } from './rights-case.ts'

const rightsCase: RightsCase = {
  id: 'a',
  kind: 'access',
  regime: 'china',
  channel: 'page',
  receivedOn: '2026-03-02',
  recordedOn: null,
  dueOn: '2026-03-23',
  status: 'received',
  outcome: null,
  anonymous: false,
  locale: 'en',
  identityCheckedOn: null,
  addressDroppedOn: null,
  extendedOn: null,
  answeredOn: null,
  closedOn: null,
}

test.each([
  ['2026-03-17', 'in-time'],
  ['2026-03-18', 'due-soon'],
  ['2026-03-23', 'due-soon'],
  ['2026-03-24', 'overdue'],
] as const)('on %s a case due on 2026-03-23 is %s, and answered once it is', (today, urgency) => {
  expect(urgencyOf(rightsCase, today)).toBe(urgency)
  expect(urgencyOf({ ...rightsCase, answeredOn: '2026-03-20' }, today)).toBe('answered')
})

test('an answer requires a confirmed address, or no address at all', () => {
  expect(answerFault(rightsCase)).toBe('identity-unchecked')
  expect(answerFault({ ...rightsCase, status: 'identity-checked' })).toBeNull()
  expect(answerFault({ ...rightsCase, anonymous: true })).toBeNull()
  expect(answerFault({ ...rightsCase, status: 'closed' })).toBe('case-closed')
})

test('a case closes unanswered only if there was nobody to answer', () => {
  expect(closeFault(rightsCase, 'granted')).toBe('unanswered')
  expect(closeFault(rightsCase, 'identity-unproven')).toBeNull()
  expect(closeFault(rightsCase, 'withdrawn')).toBeNull()
  expect(closeFault({ ...rightsCase, status: 'answered', answeredOn: '2026-03-20' }, 'refused')).toBeNull()
  expect(closeFault({ ...rightsCase, status: 'closed' }, 'withdrawn')).toBe('case-closed')
})

test('an enquiry has no term and is settled; a request is granted or refused; a complaint may end in any of these ways', () => {
  const enquiry: RightsCase = { ...rightsCase, kind: 'enquiry', regime: null, dueOn: null }
  expect(urgencyOf(enquiry, '2030-01-01')).toBe('no-term')
  expect(urgencyOf({ ...enquiry, answeredOn: '2026-03-20' }, '2030-01-01')).toBe('answered')
  const answered = { status: 'answered', answeredOn: '2026-03-20' } as const
  for (const outcome of RIGHTS_OUTCOMES) {
    const nobody = outcome === 'withdrawn' || outcome === 'identity-unproven'
    expect(closeFault({ ...enquiry, ...answered }, outcome)).toBe(
      nobody || outcome === 'settled' ? null : 'outcome-unfit',
    )
    expect(closeFault({ ...rightsCase, ...answered, kind: 'complaint' }, outcome)).toBeNull()
    expect(closeFault({ ...rightsCase, ...answered }, outcome)).toBe(outcome === 'settled' ? 'outcome-unfit' : null)
  }
  expect(closeFault(enquiry, 'settled')).toBe('unanswered')
})

test('a mailed code has eight digits, tolerates typing variants and differs by id', () => {
  const keys = keyring(new Uint8Array(32).fill(1))
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = mailedCode(keys, id)
      seen.add(code)
      expect(code).toMatch(/^\d{8}$/)
      const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      for (const typed of [code, ` ${code.slice(0, 4)} ${code.slice(4)}\n`, wide, code.replace(/(....)/, '$1-')])
        expect(readMailedCode(typed)).toBe(code)
    }),
  )
  expect(seen.size).toBeGreaterThan(95)
  for (const typed of ['', '1234567', '123456789', '1234567x', '٠١٢٣٤٥٦٧', '9'.repeat(1000)])
    expect(readMailedCode(typed)).toBe('')
})

test('a term is extended once, before it ends and before an answer, if the law allows it', () => {
  const asked: RightsCase = { ...rightsCase, regime: 'eu', dueOn: '2026-04-02' }
  const faultOn = (today: string, change: Partial<RightsCase>) => extensionOf({ ...asked, ...change }, today)
  expect(faultOn('2026-04-02', {})).toEqual({ ok: true, value: '2026-06-02' })
  for (const [today, change, code] of [
    ['2026-04-03', {}, 'term-over'],
    ['2026-03-03', { extendedOn: '2026-03-02' }, 'term-extended'],
    ['2026-03-03', { answeredOn: '2026-03-03' }, 'case-answered'],
    ['2026-03-03', { regime: 'china' }, 'term-not-extendable'],
    ['2026-03-03', { kind: 'enquiry', regime: null, dueOn: null }, 'term-not-extendable'],
  ] as const)
    expect(faultOn(today, change)).toEqual({ ok: false, fault: { code } })
})
