import { expect, test } from 'vitest'
import { sampleCompany } from './company.ts'
import { reactionOf } from './travelers.ts'

test('the same seed gives the same company, another seed gives another one', () => {
  expect(sampleCompany('1', 2025)).toEqual(sampleCompany('1', 2025))
  expect(sampleCompany('2', 2025).files).not.toEqual(sampleCompany('1', 2025).files)
})

test('for every seed, one register goal is met and one is missed', () => {
  for (let seed = 0; seed < 200; seed++) {
    const { policies, training, incidents, audits } = sampleCompany(String(seed), 2025).outlook
    const met = [policies, training, incidents, audits].filter(Boolean).length
    expect(met).toBeGreaterThan(0)
    expect(met).toBeLessThan(4)
  }
})

test('enough travelers answer, and most respondents are as satisfied as the company is', () => {
  const reaction = Array.from({ length: 640 }, (_, i) => reactionOf('1', `traveler-${i}@travelers.example`, 0.9))
  const answering = reaction.filter(({ answers }) => answers !== 'never')
  expect(answering.length).toBeGreaterThan(280)
  const overall = answering.map((one) => one.choose('overall', ['5', '4', '3', '2', '1', 'na', 'dk']))
  const valid = overall.filter((value) => value <= '5')
  expect(valid.filter((value) => value >= '4').length / valid.length).toBeGreaterThan(0.85)
})
