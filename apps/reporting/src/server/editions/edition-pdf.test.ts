import { createHash } from 'node:crypto'
import { reviewEditions } from '@wayproof/letters'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'
import { editionPorts } from './edition-ports.ts'

const DAY = 24 * 60
const START = '2025-01-01'

test('executives get a PDF of the edition of record, as archived, and anyone can check its digest', async () => {
  const { parts, join, pass } = await openApp()
  const { store, clock } = parts
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', sample: false }
  await store.organisation.save({ ...organisation, programmeStart: START, baselineYear: null })
  const { person: officer } = await join('officer')
  await join('executive')
  const caller = appRouter.createCaller(createContextInner(parts, { user: officer }))
  await reviewEditions(editionPorts(parts), START)

  await caller.summary.send({ period: '2026-H1' })
  const sent = await store.outbox.claim(10, clock.now(), clock.now() + 60_000)
  expect(sent.map(({ pdf }) => pdf)).toEqual([undefined, undefined])
  for (const letter of sent) await store.outbox.markSent(letter, '250 ok', clock.now())

  pass(31 * DAY)
  await reviewEditions(editionPorts(parts), START)
  const [held] = (await caller.edition.list()).filter(({ state }) => state === 'held')
  await caller.edition.release({ id: held?.id ?? '', comment: '' })
  const letters = (await store.outbox.claim(10, clock.now(), clock.now() + 60_000)).filter(
    ({ letter }) => letter.kind === 'executive-summary',
  )
  const attached = letters.map(({ to, pdf }) => [to, pdf && Buffer.from(pdf).toString('latin1', 0, 5)])
  expect(attached.sort()).toEqual([
    ['executive@x.example', '%PDF-'],
    ['officer@x.example', undefined],
  ])
  const pdf = letters.find(({ to }) => to === 'executive@x.example')?.pdf ?? new Uint8Array()
  const code = createHash('sha256').update(pdf).digest('hex')
  const found = { kind: 'edition', edition: 'record', period: '2026-H1', sentOn: '2026-08-01' }
  expect(await caller.seal.check({ code })).toMatchObject(found)
  const other = createHash('sha256').update(pdf.subarray(1)).digest('hex')
  expect(await caller.seal.check({ code: other })).toBeNull()
})
