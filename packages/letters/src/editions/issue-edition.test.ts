import { expect, test } from 'vitest'
import { editionFixture, executive, officer } from '../testing/edition-fixture.ts'
import { draftNow } from './decide-edition.ts'
import { issueEdition } from './issue-edition.ts'

const automatic = { release: 'on-time', by: null, comment: null } as const

test('each reader gets one letter in the own language, and the sent edition keeps figures and digest', async () => {
  const { memory, ports } = editionFixture()
  memory.readers = [executive, officer]
  const draft = draftNow(ports, '2025-H2')
  expect(await issueEdition(ports, draft, automatic)).toEqual({ ok: true, value: { people: 2 } })
  expect(memory.outbox.letters).toMatchObject([
    {
      letter: { kind: 'executive-summary', locale: 'en', data: { reader: 'executive' } },
      recipient: { id: 'executive-1' },
    },
    { letter: { kind: 'executive-summary', locale: 'zh-CN', data: { reader: 'privacy-officer' } } },
  ])
  const sentEdition = await ports.editions.lastSent('2025-H2')
  expect(sentEdition).toMatchObject({ id: draft.id, summary: { scorecard: { period: '2025-H2' } } })
  expect(sentEdition?.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('the archive has the letter of every kind of reader and language, and the executives’ in both languages', async () => {
  const { memory, ports } = editionFixture()
  memory.readers = [officer]
  const draft = draftNow(ports, '2025-H2')
  await issueEdition(ports, draft, automatic)
  const archived = (await ports.editions.archive(draft.id)).map(({ reader, locale }) => `${reader} ${locale}`)
  expect(archived.toSorted()).toEqual(['executive en', 'executive zh-CN', 'privacy-officer zh-CN'])
})

test('an edition is sent once', async () => {
  const { memory, ports } = editionFixture()
  const draft = draftNow(ports, '2025-H2')
  await issueEdition(ports, draft, automatic)
  expect(await issueEdition(ports, draft, automatic)).toEqual({ ok: false, fault: { code: 'edition-ended' } })
  expect(memory.outbox.letters).toHaveLength(3)
})

test('only the given readers get letters, if any are given', async () => {
  const { memory, ports } = editionFixture()
  const outcome = await issueEdition(ports, draftNow(ports, '2025-H2'), { ...automatic, readers: [executive] })
  expect(outcome).toEqual({ ok: true, value: { people: 1 } })
  expect(memory.outbox.letters.map(({ recipient }) => recipient.id)).toEqual(['executive-1'])
})

test('a comment is printed with the name of its officer', async () => {
  const { memory, ports } = editionFixture()
  const comment = { release: 'approved', by: { id: 'officer-1', name: 'Wang' }, comment: 'as agreed' } as const
  await issueEdition(ports, draftNow(ports, '2025-H2'), comment)
  expect(memory.outbox.letters[0]).toMatchObject({
    letter: { data: { edition: { release: 'approved', comment: { text: 'as agreed', by: 'Wang' } } } },
  })
})
