import { organisationStore } from '@wayproof/accounts/organisation/organisation-store'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { expect, test } from 'vitest'

test('there is no organization before the set-up, and saving replaces it', async () => {
  const organisations = organisationStore(await openTestDatabase())
  const first = {
    nameZh: '远行',
    nameEn: 'Farway',
    contactEmail: 'privacy@x.example',
    programmeStart: '2025-01-01',
    foundedOn: '1998-05-01',
  }
  expect(await organisations.get()).toBeNull()
  await organisations.save({ ...first, baselineYear: null, sample: true })
  await organisations.save({ ...first, nameEn: 'Faraway', baselineYear: 2024, sample: false })
  expect(await organisations.get()).toEqual({ ...first, nameEn: 'Faraway', baselineYear: 2024, sample: false })
})

test('improvements are listed by half-year in the order of choice', async () => {
  const improvements = improvementStore(await openTestDatabase())
  const one = {
    period: '2026-H1',
    text: { 'zh-CN': '告知更短', en: 'Shorter notice' },
    owner: 'Customer service',
    chosenBy: 'Li',
  }
  await improvements.choose({ ...one, id: 'b', chosenAt: 1 })
  await improvements.choose({ ...one, id: 'a', chosenAt: 2 })
  await improvements.choose({ ...one, id: 'c', chosenAt: 3, period: '2025-H2' })
  const listed = await improvements.list('2026-H1')
  expect(listed.map(({ id, text }) => [id, text])).toEqual([
    ['b', one.text],
    ['a', one.text],
  ])
  expect(await improvements.withdraw('b', { at: 5, by: 'Wang' })).toEqual({ ok: true, value: null })
  expect(await improvements.withdraw('b', { at: 6, by: 'Zhao' })).toMatchObject({
    fault: { code: 'improvement-unknown' },
  })
  expect((await improvements.list('2026-H1')).map(({ id }) => id)).toEqual(['a'])
  expect(await improvements.withdrawn('2026-H1')).toEqual([
    { ...one, id: 'b', chosenAt: 1, told: false, withdrawn: { at: 5, by: 'Wang' } },
  ])
})
