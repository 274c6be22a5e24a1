import { keyring } from '@wayproof/kernel/keyring'
import { addressKey, previewToken, readUnsubscribeToken } from '@wayproof/survey'
import { expect, it } from 'vitest'
import type { Letter } from './letter.ts'
import { linksOf } from './links.ts'
import { sampleLetters } from './testing/sample-letters.ts'

const ring = keyring(new Uint8Array(32).fill(7))
const urls = { survey: 'https://survey.faraway.example', reporting: 'https://privacy.faraway.example' }
const data = {
  invitationId: crypto.randomUUID(),
  generation: 0,
  travelerId: 't',
  period: '2025-H2',
  closesOn: '2026-01-31',
  smallestGroup: 5,
}
const letter = { kind: 'survey-invitation', locale: 'en', data } as const
const unsubscribing = (all: ReturnType<typeof linksOf>) =>
  readUnsubscribeToken(ring, all.unsubscribe?.slice(`${urls.survey}/u/`.length) ?? '')

it('unsubscribes the address that the letter goes to', () => {
  const found = unsubscribing(linksOf(letter, 'traveler@mail.example', ring, urls))
  expect(found).toEqual(Buffer.from(addressKey(ring, 'traveler@mail.example')))
})

it('opens a preview and unsubscribes nobody by the links in a letter that an officer sent to look at', () => {
  const test = { ...letter, data: { ...data, test: true } } as const
  const links = linksOf(test, 'officer@faraway.example', ring, urls)
  expect(unsubscribing(links)).toBeNull()
  expect(links.survey).toBe(`${urls.survey}/preview/${previewToken(ring, data)}`)
})

it('opens the half-year that the letter speaks of', () => {
  for (const each of sampleLetters('en')) {
    const { reporting } = linksOf(each, 'officer@faraway.example', ring, urls)
    // Its question stands on the page of all waves: there is no wave of that half-year yet.
    if (!reporting || each.kind === 'opening-question') continue
    const period = periodOfLetter(each)
    if (period) expect([each.kind, new URL(reporting).searchParams.get('period')]).toEqual([each.kind, period])
  }
})

function periodOfLetter(letter: Letter): string | null {
  if (letter.kind === 'executive-summary') return letter.data.summary.scorecard.period
  if (letter.kind === 'unlinking-certificate') return letter.data.anonymity.period
  return 'period' in letter.data ? letter.data.period : null
}
