import { expect, test } from 'vitest'
import { editionFixture, executive } from '../testing/edition-fixture.ts'
import { type Composing, composeEdition, type EditionDraft, renderEdition } from './compose-edition.ts'
import { draftNow } from './decide-edition.ts'
import { issueEdition } from './issue-edition.ts'

const at = (iso: string) => Date.parse(iso)
const editionDraft: EditionDraft = {
  ...{ id: 'edition-1', kind: 'record', period: '2025-H2', occasion: '2025-H2', dueOn: '2026-02-02' },
  ...{ dueBecause: 'wave-unlinked', openedAt: at('2026-02-02T01:00:00Z'), heldAt: null, sendsOn: null },
}

function composingFixture() {
  const made = editionFixture()
  made.fixture.waves.set('2025-H2', { closesAt: at('2026-01-25T16:00:00Z'), unlinkedAt: at('2026-01-26T01:00:00Z') })
  const compose = async (draft: Partial<EditionDraft> = {}, how: Partial<Composing> = {}) => {
    const composing = { release: 'on-time', comment: null, at: made.fixture.now, ...how } as const
    const outcome = await composeEdition(made.ports, { ...editionDraft, ...draft }, composing)
    if (!outcome.ok) throw new Error(outcome.fault.code)
    return outcome.value
  }
  return { ...made, compose }
}

test('an edition is not composed before the organization has a name', async () => {
  const { fixture, ports } = composingFixture()
  fixture.isNamed = false
  const outcome = await composeEdition(ports, editionDraft, { release: 'on-time', comment: null, at: fixture.now })
  expect(outcome).toEqual({ ok: false, fault: { code: 'organisation-missing' } })
})

test('an edition is composed for a half-year only', async () => {
  const { fixture, ports } = composingFixture()
  const draft = { ...editionDraft, period: '2025' }
  const outcome = await composeEdition(ports, draft, { release: 'on-time', comment: null, at: fixture.now })
  expect(outcome).toMatchObject({ ok: false, fault: { code: 'not-a-half-year' } })
})

test('the edition of record states its gaps as of the day on which it is sent', async () => {
  const { memory, compose } = composingFixture()
  expect((await compose()).reasons).toEqual([])
  memory.recordedAt = new Map([...memory.recordedAt].filter(([register]) => register !== 'incidents'))
  const { reasons, heading } = await compose()
  expect(reasons).toMatchObject([{ code: 'register-stale', goal: 'incident-reduction' }])
  expect(heading.gaps).toEqual(reasons)
})

test('a survey that should have closed before the day of sending is a gap of the edition of record', async () => {
  const { fixture, compose } = composingFixture()
  const open = (closesAt: string) => fixture.waves.set('2025-H2', { closesAt: at(closesAt), unlinkedAt: null })
  open('2026-02-02T16:00:00Z')
  expect((await compose()).reasons).toEqual([])
  open('2026-02-01T16:00:00Z')
  expect((await compose()).reasons).toMatchObject([{ code: 'wave-open-past-its-date', closesOn: '2026-02-01' }])
})

test('an edition of any other kind states no gaps', async () => {
  const { memory, compose } = composingFixture()
  memory.recordedAt = new Map()
  for (const kind of ['preliminary', 'sealed', 'monthly', 'quarterly', 'now'] as const)
    expect((await compose({ kind })).reasons).toEqual([])
})

test.each([
  ['2026-02-02T01:00:00Z', 0],
  ['2026-02-03T01:00:00Z', 0],
  ['2026-02-03T16:00:00Z', 2],
  ['2026-02-12T01:00:00Z', 10],
])('an edition due on 2 February and begun at %s is %d days late', async (openedAt, lateDays) => {
  const { compose } = composingFixture()
  expect((await compose({ openedAt: at(openedAt) })).heading.lateDays).toBe(lateDays)
})

test('days on which an edition was held do not make it late', async () => {
  const { fixture, compose } = composingFixture()
  fixture.now = at('2026-02-20T01:00:00Z')
  expect((await compose()).heading).toMatchObject({ issuedOn: '2026-02-20', lateDays: 0 })
})

test('decisions are due ten working days after the edition is sent, not counting the Spring Festival', async () => {
  const { fixture, compose } = composingFixture()
  expect((await compose()).heading).toMatchObject({ issuedOn: '2026-02-02', decideBy: '2026-02-14' })
  fixture.now = at('2026-02-13T01:00:00Z')
  expect((await compose()).heading.decideBy).toBe('2026-03-05')
})

test('the first edition of a half-year is compared with none', async () => {
  const { compose } = composingFixture()
  expect((await compose()).heading.since).toBeNull()
})

test('a later edition names every figure that changed since the one before', async () => {
  const { fixture, ports, compose } = composingFixture()
  await issueEdition(ports, draftNow(ports, '2025-H2'), { release: 'officer', by: null, comment: null })
  const card = (await compose()).summary.scorecard
  expect((await compose()).heading.since).toEqual({ kind: 'now', issuedOn: '2026-02-02', changes: [] })
  const verdicts = card.verdicts.map((verdict) =>
    verdict.goal === 'staff-training' ? { ...verdict, missing: 999 } : verdict,
  )
  fixture.cards.set('2025-H2', { ...card, verdicts })
  const was = card.verdicts.find(({ goal }) => goal === 'staff-training')?.missing
  expect((await compose()).heading.since?.changes).toEqual([
    { goal: 'staff-training', figure: 'missing', from: was, to: 999 },
  ])
})

test('an edition of another half-year is not compared with', async () => {
  const { ports, compose } = composingFixture()
  await issueEdition(ports, draftNow(ports, '2025-H1'), { release: 'officer', by: null, comment: null })
  expect((await compose()).heading.since).toBeNull()
})

test('the same figures have the same digest and code, other figures do not', async () => {
  const { fixture, compose } = composingFixture()
  const [composedEdition, same] = [await compose(), await compose({ id: 'edition-2', kind: 'now' })]
  expect([same.digest, same.heading.code]).toEqual([composedEdition.digest, composedEdition.heading.code])
  fixture.cards.set('2025-H2', { ...composedEdition.summary.scorecard, asOf: '2026-01-31' })
  const other = await compose()
  expect(other.digest).not.toBe(composedEdition.digest)
  expect(other.heading.code).not.toBe(composedEdition.heading.code)
})

test('the letter links to the half-year on the dashboard and to the check of its code', async () => {
  const { ports, compose } = composingFixture()
  const composedEdition = await compose({}, { release: 'as-is', comment: { text: 'as agreed', by: 'Wang' } })
  const { text } = await renderEdition(ports, composedEdition, executive.reader, executive.locale)
  expect(text).toContain('https://dashboard.example')
  expect(text).toContain('2025-H2')
  expect(text).toContain(composedEdition.heading.code)
  expect(text).toContain('as agreed')
})

test('no letter is rendered for an organization without a name', async () => {
  const { fixture, ports, compose } = composingFixture()
  const composedEdition = await compose()
  fixture.isNamed = false
  await expect(renderEdition(ports, composedEdition, executive.reader, 'en')).rejects.toThrow(
    'no organisation is named',
  )
})
