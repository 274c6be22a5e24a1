import { shuffled } from '@wayproof/kernel/shuffle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkToken } from '../links/invitation-link.ts'
import { surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { seededTokens } from '../testing/seeded-chance.ts'
import { closeWave } from '../waves/close-wave.ts'
import { newReceipt, receiptHash } from './receipt.ts'
import { recordAnswer } from './record-answer.ts'

const receipt = newReceipt(seededTokens('receipt'))
const otherReceipt = newReceipt(seededTokens('another receipt'))

async function surveyPage() {
  const fixture = await openedFixture()
  const [token = '', otherToken = ''] = surveyLinks(fixture)
  const post = (fields: Record<string, string>, { link = token, code = receipt } = {}) =>
    recordAnswer(fixture.ports, { token: link, receipt: code, locale: 'en', fields })
  return { fixture, token, otherToken, post }
}

const refused = (code: string) => ({ ok: false, fault: { code } })

test('an answer is stored under the hash of its receipt code, and the receipt code is returned', async () => {
  const { fixture, post } = await surveyPage()
  expect(await post({ overall: '4', trust: 'dk', improve: 'ask for less' })).toEqual({ ok: true, value: { receipt } })
  const answer = await fixture.ports.store.answerUnder(receiptHash(fixture.ports.keyring, receipt))
  expect(answer).toMatchObject({ values: { overall: '4', trust: 'dk' }, comment: 'ask for less' })
})

test('a link takes one answer, and a second form posted to it is refused', async () => {
  const { fixture, post } = await surveyPage()
  await post({ overall: '4' })
  expect(await post({ overall: '1' }, { code: otherReceipt })).toEqual(refused('link-used'))
  expect(fixture.memory.answers).toHaveLength(1)
})

test('a form posted twice counts once and is confirmed twice, whatever its fields say the second time', async () => {
  const { fixture, post } = await surveyPage()
  await post({ overall: '4' })
  expect(await post({ overall: '9' })).toEqual({ ok: true, value: { receipt } })
  expect(fixture.memory.answers.map(({ values }) => values)).toEqual([{ overall: '4' }])
})

test('a receipt code is accepted in lower case and with separators, and returned in its canonical form', async () => {
  const { post } = await surveyPage()
  const typed = receipt.toLowerCase().replace(/(.{4})/g, '$1-')
  expect(await post({ overall: '4' }, { code: typed })).toEqual({ ok: true, value: { receipt } })
})

test('a receipt code that is no code, or that another answer has, is refused', async () => {
  const { otherToken, post } = await surveyPage()
  expect(await post({ overall: '4' }, { code: 'short' })).toMatchObject(refused('receipt-invalid'))
  await post({ overall: '4' })
  expect(await post({ overall: '4' }, { link: otherToken })).toMatchObject(refused('receipt-invalid'))
})

test('an invalid answer names every faulty item and leaves the link unused', async () => {
  const { post } = await surveyPage()
  const items = { overall: 'required', trust: 'not-an-option' }
  expect(await post({ trust: '9' })).toMatchObject({ ok: false, fault: { code: 'answer-invalid', items } })
  expect(await post({ overall: '3' })).toMatchObject({ ok: true })
})

test('a link that is forged, or that no invitation has, is unknown', async () => {
  const { fixture, token, post } = await surveyPage()
  const nobody = { invitationId: fixture.ports.ids.next(), generation: 0, locale: 'en' } as const
  for (const link of [
    'nonsense',
    `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`,
    linkToken(fixture.ports.keyring, nobody),
  ])
    expect(await post({ overall: '4' }, { link })).toEqual(refused('link-unknown'))
})

test('a link expires when its traveler gets a new one, and when the closing time comes', async () => {
  const { fixture, token, post } = await surveyPage()
  for (const invitation of fixture.memory.invitations.values()) invitation.generation = 1
  expect(await post({ overall: '4' }, { link: token })).toEqual(refused('link-expired'))
  const [renewed = ''] = surveyLinks(fixture)
  fixture.setNow('2026-07-31T15:59:59Z')
  expect(await post({ overall: '4' }, { link: renewed })).toMatchObject({ ok: true })
  const [, last = ''] = surveyLinks(fixture)
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await post({ overall: '4' }, { link: last, code: otherReceipt })).toEqual(refused('link-expired'))
})

test('after the closing time nothing is confirmed, not even an answer that was confirmed before', async () => {
  const { fixture, post } = await surveyPage()
  await post({ overall: '4' })
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await post({ overall: '4' })).toEqual(refused('link-expired'))
  fixture.setNow('2026-08-01T00:00:00Z')
  await closeWave(fixture.ports, { period: '2026-H1' })
  expect(await post({ overall: '4' })).toEqual(refused('wave-closed'))
})

test('faults are reported in the order link, receipt code, answer', async () => {
  const { post } = await surveyPage()
  const wrong = { overall: '9' }
  expect(await post(wrong, { link: 'nonsense', code: 'short' })).toEqual(refused('link-unknown'))
  expect(await post(wrong, { code: 'short' })).toMatchObject(refused('receipt-invalid'))
  expect(await post(wrong)).toMatchObject(refused('answer-invalid'))
})

test('an answer counts for its day in the time zone of the organization', async () => {
  const { fixture, otherToken, post } = await surveyPage()
  fixture.setNow('2026-07-02T15:59:59Z')
  await post({ overall: '4' })
  fixture.setNow('2026-07-02T16:00:00Z')
  await post({ overall: '4' }, { link: otherToken, code: otherReceipt })
  expect(fixture.memory.waves.get(fixture.wave.id)?.days).toEqual([
    { day: '2026-07-02', count: 1 },
    { day: '2026-07-03', count: 1 },
  ])
})

test('in any order of posts and repeated posts, each link has one answer and the wave counts each once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string(),
      fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
      async (seed, repeats) => {
        const fixture = await openedFixture({ travelers: 5 })
        const links = surveyLinks(fixture)
        const receipts = links.map(() => newReceipt(fixture.ports.tokens))
        const posts = shuffled([...links.keys(), ...repeats], seededTokens(seed))
        for (const n of posts) {
          const command = {
            token: links[n] ?? '',
            receipt: receipts[n] ?? '',
            locale: 'en',
            fields: { overall: '5' },
          } as const
          expect(await recordAnswer(fixture.ports, command)).toMatchObject({ ok: true })
        }
        expect(fixture.memory.answers).toHaveLength(links.length)
        expect(fixture.memory.waves.get(fixture.wave.id)?.answered).toBe(links.length)
      },
    ),
    { numRuns: 20 },
  )
})

test('an answer deletes the draft that its link had', async () => {
  const { fixture, token, post } = await surveyPage()
  const [invitation] = [...fixture.memory.invitations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  Object.assign(invitation ?? {}, { draft: new Uint8Array(8) })
  await post({ overall: '4' }, { link: token })
  expect(invitation).toMatchObject({ draft: null, answered: true })
})
