import { expect, test } from 'vitest'
import { editionFixture } from '../testing/edition-fixture.ts'
import { sendNow } from './decide-edition.ts'
import { listComingEditions, previewEdition } from './show-edition.ts'

const view = { reader: 'executive', locale: 'en', comment: '', by: 'Wang' } as const
const refused = (code: string) => ({ ok: false, fault: { code } })

test('a preview is the letter that would be sent, and sends nothing', async () => {
  const { memory, ports } = editionFixture()
  const outcome = await previewEdition(ports, { ...view, period: '2025-H2', comment: 'as agreed' })
  expect(outcome).toMatchObject({ ok: true, value: { reasons: [] } })
  expect(outcome.ok && outcome.value.text).toContain('as agreed')
  expect([memory.editions, memory.outbox.letters]).toEqual([[], []])
})

test('a preview of a sent or unknown edition, or with too long a comment, is refused', async () => {
  const { memory, ports } = editionFixture()
  await sendNow(ports, { period: '2025-H2', by: { id: 'officer-1', name: 'Wang' } })
  expect(await previewEdition(ports, { ...view, id: memory.editions[0]?.id ?? '' })).toEqual(refused('edition-ended'))
  expect(await previewEdition(ports, { ...view, id: 'none' })).toEqual(refused('edition-unknown'))
  const comment = 'x'.repeat(601)
  expect(await previewEdition(ports, { ...view, period: '2025-H2', comment })).toEqual(refused('comment-too-long'))
  expect(await previewEdition(ports, { ...view, period: '2025-Q1' })).toMatchObject(refused('not-a-half-year'))
})

test('the coming editions leave out those that were opened before', async () => {
  const { memory, ports } = editionFixture()
  const settings = { ...memory.schedule.settings, monthly: true }
  const coming = await listComingEditions(ports, settings)
  const [first] = coming
  if (!first) throw new Error('no edition is coming')
  const { because, certain: _, ...due } = first
  const opened = { ...due, id: 'edition-1', dueBecause: because, openedAt: 0, heldAt: null, sendsOn: null, reasons: [] }
  await ports.editions.open({ ...opened, state: 'awaiting-approval' }, [])
  expect(await listComingEditions(ports, settings)).toEqual(coming.slice(1))
})
