import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { closeCase } from './close-case.ts'
import { type CorrectCase, correctCase } from './correct-case.ts'
import { extendTerm } from './extend-term.ts'
import { recordCase } from './record-case.ts'
import { sendAnswer } from './send-answer.ts'

type Facts = CorrectCase['facts']

/** A letter received on 1 March and recorded on 2 March 2026. */
async function recordedLetter() {
  const fixture = rightsFixture()
  const facts: Facts = { kind: 'access', regime: 'eu', channel: 'letter', receivedOn: '2026-03-01' }
  await recordCase(fixture.ports, {
    ...{ ...facts, channel: 'letter', formCode: 'form-1', text: 'All data.', contact: 'ann@mail.example' },
    ...{ identityChecked: true, locale: 'en', by: 'Lin', founded: null },
  })
  const [id = ''] = fixture.memory.cases.keys()
  const correct = (change: Partial<Facts>, command: Partial<CorrectCase> = {}) =>
    correctCase(fixture.ports, {
      id,
      facts: { ...facts, ...change },
      reason: 'misread',
      by: 'Wang',
      founded: null,
      ...command,
    })
  return { ...fixture, id, facts, correct }
}

test('a corrected day of receipt moves the due day, and the history keeps the old facts with the reason', async () => {
  const { clock, correct, caseOf, memory, id, facts } = await recordedLetter()
  clock.set('2026-03-04T16:00:00Z')
  expect(await correct({ receivedOn: '2026-02-20' }, { reason: ' misread ' })).toEqual(ok(null))
  expect(caseOf(id)).toMatchObject({ receivedOn: '2026-02-20', dueOn: '2026-03-20', recordedOn: '2026-03-02' })
  expect(memory.cases.get(id)?.changes.at(-1)).toEqual({
    ...{ day: '2026-03-05', by: 'Wang', reason: 'misread', before: facts },
    after: { ...facts, receivedOn: '2026-02-20' },
  })
})

test('an extension stays if the corrected law allows one, and ends if it allows none', async () => {
  const { ports, correct, caseOf, id } = await recordedLetter()
  await extendTerm(ports, { id, reason: 'Three systems.' })
  expect(caseOf(id)?.dueOn).toBe('2026-06-01')
  await correct({ receivedOn: '2026-02-28' })
  expect(caseOf(id)?.dueOn).toBe('2026-05-28')
  await correct({ regime: 'china', receivedOn: '2026-02-28' })
  expect(caseOf(id)?.dueOn).toBe('2026-03-20')
})

test('a request that turns out to be an enquiry loses its law and its due day together', async () => {
  const { correct, caseOf, id } = await recordedLetter()
  expect(await correct({ kind: 'enquiry' })).toEqual(fail('regime-unfit'))
  expect(await correct({ regime: null })).toEqual(fail('regime-unfit'))
  expect(await correct({ kind: 'enquiry', regime: null })).toEqual(ok(null))
  expect(caseOf(id)).toMatchObject({ kind: 'enquiry', regime: null, dueOn: null })
})

test('a correction needs a reason and a change', async () => {
  const { correct, memory, id } = await recordedLetter()
  expect(await correct({ kind: 'deletion' }, { reason: ' ' })).toEqual(fail('reason-missing'))
  expect(await correct({})).toEqual(fail('nothing-changed'))
  expect(await correct({ kind: 'deletion' }, { id: 'case-9' })).toEqual(fail('case-unknown'))
  expect(memory.cases.get(id)?.changes).toHaveLength(1)
})

test('the day of receipt lies between the founding of the company and today, and before each step of the case', async () => {
  const { clock, correct } = await recordedLetter()
  const invalid = fail('received-day-invalid')
  clock.passDays(3)
  expect(await correct({ receivedOn: '2026-03-06' })).toEqual(invalid)
  expect(await correct({ receivedOn: '2026-02-28' }, { founded: '2026-03-01' })).toEqual(invalid)
  // The identity was verified on 2 March.
  expect(await correct({ receivedOn: '2026-03-03' })).toEqual(invalid)
  expect(await correct({ receivedOn: '2026-03-02' })).toEqual(ok(null))
})

test('channel and day of a request from the public page are fixed, and no other request becomes one', async () => {
  const { ports, open, correct } = await recordedLetter()
  expect(await correct({ channel: 'page' })).toEqual(fail('submitted-online'))
  const { id } = await open()
  const page: Facts = { kind: 'access', regime: 'china', channel: 'page', receivedOn: '2026-03-02' }
  const correctPage = (change: Partial<Facts>) =>
    correctCase(ports, { id, facts: { ...page, ...change }, reason: 'misread', by: 'Wang', founded: null })
  expect(await correctPage({ channel: 'letter' })).toEqual(fail('submitted-online'))
  expect(await correctPage({ receivedOn: '2026-03-01' })).toEqual(fail('submitted-online'))
  expect(await correctPage({ kind: 'deletion', regime: 'eu' })).toEqual(ok(null))
})

test('a closed case keeps a kind that its outcome fits', async () => {
  const { ports, correct, id } = await recordedLetter()
  await sendAnswer(ports, { id, text: 'Here it is.', purpose: 'answer' })
  await closeCase(ports, { id, outcome: 'granted' })
  expect(await correct({ kind: 'enquiry', regime: null })).toEqual(fail('outcome-unfit'))
  expect(await correct({ kind: 'deletion' })).toEqual(ok(null))
})

test('two officers who correct a case at once do not overwrite each other', async () => {
  const { correct, caseOf, memory, id } = await recordedLetter()
  const both = await Promise.all([correct({ kind: 'deletion' }), correct({ regime: 'china' })])
  expect(both).toEqual([ok(null), fail('changed-meanwhile')])
  expect(caseOf(id)).toMatchObject({ kind: 'deletion', regime: 'eu' })
  expect(memory.cases.get(id)?.changes).toHaveLength(2)
})
