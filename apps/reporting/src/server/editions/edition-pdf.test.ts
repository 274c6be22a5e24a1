import { createHash } from 'node:crypto'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'
import { editionPorts } from './edition-ports.ts'

const DAY = 24 * 60
const START = '2025-01-01'

test('executives get a PDF of the edition of record, as archived, and anyone can check its digest', async () => {
  const { services, join, pass } = await openApp()
  const { store, clock } = services
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', sample: false }
  await store.organisation.save({ ...organisation, programmeStart: START, baselineYear: null })
  const { person: officer } = await join('officer')
  await join('executive')
  const caller = appRouter.createCaller(createContextInner(services, { user: officer }))
  await reviewEditions(editionPorts(services), START)

  await caller.summary.send({ period: '2026-H1' })
  const claimed = await store.outbox.claim(10, clock.now(), clock.now() + 60_000)
  expect(claimed.map(({ pdf }) => pdf)).toEqual([undefined, undefined])
  for (const letter of claimed) await store.outbox.markSent(letter, '250 ok', clock.now())

  pass(31 * DAY)
  await reviewEditions(editionPorts(services), START)
  const [heldEdition] = (await caller.edition.list()).filter(({ state }) => state === 'held')
  await caller.edition.release({ id: heldEdition?.id ?? '', comment: '' })
  const letters = (await store.outbox.claim(10, clock.now(), clock.now() + 60_000)).filter(
    ({ letter }) => letter.kind === 'executive-summary',
  )
  const attachments = letters.map(({ to, pdf }) => [to, pdf && Buffer.from(pdf).toString('latin1', 0, 5)])
  expect(attachments.sort()).toEqual([
    ['executive@x.example', '%PDF-'],
    ['officer@x.example', undefined],
  ])
  const pdf = letters.find(({ to }) => to === 'executive@x.example')?.pdf ?? new Uint8Array()
  const code = createHash('sha256').update(pdf).digest('hex')
  const checkResult = { kind: 'edition', edition: 'record', period: '2026-H1', sentOn: '2026-08-01' }
  expect(await caller.seal.check({ code })).toMatchObject(checkResult)
  const otherDigest = createHash('sha256').update(pdf.subarray(1)).digest('hex')
  expect(await caller.seal.check({ code: otherDigest })).toBeNull()
})
