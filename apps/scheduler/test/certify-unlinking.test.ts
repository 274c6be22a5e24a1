import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { RULES } from '@wayproof/scorecard/rules'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import { expect, it } from 'vitest'
import { certifyUnlinking } from '../src/calendar/calendar.ts'
import { addPerson, invite, openCompany, ring, setClock, timeZone, urls } from './company.ts'

const period = '2025-H2'

async function closedWave() {
  const clock = setClock('2026-01-05T09:00:00+08:00')
  const company = await openCompany(clock)
  const log: Readonly<Record<string, unknown>>[] = []
  const ports = {
    store: company.store,
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: ring,
    timeZone,
    rules: RULES,
    urls,
    log: (entry: (typeof log)[number]) => log.push(entry),
  }
  await addPerson(company, 'officer', 'zh-CN')
  await addPerson(company, 'officer', 'en')
  await addPerson(company, 'executive', 'en')
  await invite(company, 40)
  await certifyUnlinking(ports)
  expect(log).toEqual([])
  clock.set('2026-02-01T00:00:30+08:00')
  await closeWave(company.surveyPorts, { period })
  return { ...company, clock, ports, log }
}

const certificates = async (store: Awaited<ReturnType<typeof closedWave>>['store'], now: number) =>
  (await store.outbox.claim(100, now, now + 60_000))
    .map(({ letter }) => letter)
    .filter(({ kind }) => kind === 'unlinking-certificate')

it('mails each officer once, whichever scheduler runs first', async () => {
  const { store, openSecondStore, ports, clock, log } = await closedWave()
  const otherStore = await openSecondStore()
  clock.set(clock.now() + 60_000)
  await Promise.all([certifyUnlinking(ports), certifyUnlinking({ ...ports, store: otherStore })])
  await certifyUnlinking(ports)
  expect(log).toEqual([{ event: 'unlinking-certified', period, outcome: 'anonymous', tied: 0, answers: 0 }])
  const letters = await certificates(store, clock.now())
  expect(letters.map(({ kind, locale }) => [kind, locale]).sort()).toEqual([
    ['unlinking-certificate', 'en'],
    ['unlinking-certificate', 'zh-CN'],
  ])
  expect(letters[0]?.data).toMatchObject({
    closedOn: '2026-01-31',
    unlinkedOn: '2026-02-01',
    backupsUntil: '2026-03-02',
    anonymity: { status: 'unlinked', tied: 0, respondentsKnown: 0, remindedKnown: 0 },
  })
})

it('says plainly if the database still links an answer to a person', async () => {
  const { store, database, ports, clock, log } = await closedWave()
  await database.run(
    ({ randomKey }) => `INSERT INTO answer (key, wave_id, cell_id, "values")
      SELECT ${randomKey()}, wave_id, id, '500000000000' FROM cell LIMIT 1`,
  )
  await database.run('UPDATE cell SET invited_count = 1')
  await certifyUnlinking(ports)
  expect(log).toMatchObject([{ outcome: 'not-anonymous', tied: 1, answers: 1 }])
  const letters = await certificates(store, clock.now())
  const english = letters.find(({ locale }) => locale === 'en')
  if (!english) throw new Error('no letter in English')
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@faraway.example', sample: false }
  const { subject, text } = await renderLetter(english, { organisation, links: { reporting: 'https://r.example/' } })
  expect(subject).toBe('Action needed: the privacy survey is not anonymous, second half of 2025')
  expect(text).toContain('1 of 1 response can still be linked to a person.')
})
