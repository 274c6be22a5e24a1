import { LOCALES } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { placeAddress, placeOf } from '@wayproof/oversight/deadlines/deadline-place'
import { draftPreviewToken } from '@wayproof/survey/links/draft-preview-link'
import { previewToken } from '@wayproof/survey/links/preview-link'
import { readUnsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { addressKey } from '@wayproof/survey/travelers/address-key'
import { expect, it } from 'vitest'
import { type Asked, QUESTION_KINDS, type QuestionKind } from '../questions/officer-question.ts'
import { renderLetter } from '../rendering/render-letter.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import type { LetterOf } from './letter.ts'
import { linksOf } from './links.ts'

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

it('opens the draft in the language of the test by the link in a test letter of a draft', () => {
  const draft = { id: '0190b0b0-0000-7000-8000-000000000001', until: '2026-07-08' }
  const { survey = '' } = linksOf(
    { ...letter, locale: 'fr', data: { ...data, test: true, draft } },
    'o@x.example',
    ring,
    urls,
  )
  const token = draftPreviewToken(ring, { ...data, draftId: draft.id, until: draft.until })
  expect(survey).toBe(`${urls.survey}/preview/${token}?lang=fr`)
})

const at = Date.UTC(2026, 0, 20)
const questions: { readonly [K in QuestionKind]: Extract<Asked, { kind: K }>['data'] } = {
  clock: { doubt: 'jumped-ahead', shown: at, trusted: at, expected: at, offset: null },
  'late-reminder': { period: '2025-H2', month: '2026-01', dueAt: at },
  'bytes-left': { day: '2026-01-20' },
  'letters-unreadable': { part: 'data' },
  'mail-test-failed': { period: '2025-H2', opensOn: '2026-01-05', daysBefore: 1, why: 'waiting', reply: null },
  'letters-bounce': { userId: 'u', name: 'Lin', state: 'bounced', reply: null, at },
  'service-silent': { service: 'scheduler', since: at, error: null },
  'letters-held': { domain: '', since: at, cause: 'away', reply: '451 busy' },
  'keeps-failing': { work: 'calendar', since: at, error: 'x' },
}
const asking = QUESTION_KINDS.map((kind) => ({
  kind: 'officer-question' as const,
  locale: 'en' as const,
  data: { id: crypto.randomUUID(), timeZone: 'UTC', asked: { kind, data: questions[kind] } as Asked },
}))

it('says in each link to the dashboard the half-year that its letter speaks of', () => {
  const linking = [...sampleLetters('en'), ...asking].flatMap((each) => {
    const { reporting } = linksOf(each, 'officer@faraway.example', ring, urls)
    return reporting ? [{ each, period: new URL(reporting).searchParams.get('period') }] : []
  })
  expect(new Set(linking.map(({ each }) => each.kind)).size).toBe(13)
  for (const { each, period } of linking) expect(period, JSON.stringify(each)).toBe(firstPeriod(each.data))
})

it.each(LOCALES)(
  'prints in every letter in %s, as HTML and as text, no other address of the dashboard',
  async (locale) => {
    let printed = 0
    for (const each of sampleLetters(locale)) {
      const links = linksOf(each, 'officer@faraway.example', ring, urls)
      const { html, text } = await renderLetter(each, { organisation, links })
      for (const form of [html, text]) {
        const found = form.match(/https:\/\/privacy\.faraway\.example[^\s"<>)）]*/g) ?? []
        for (const address of found) {
          if (!links.reporting) continue
          printed += 1
          // A sealed summary also links the public page that checks its seal code.
          if (address.startsWith(`${urls.reporting}/check-seal?code=`)) continue
          const placesOfTasks =
            each.kind === 'deadlines' ? pathsOf(each.data).map((path) => `${urls.reporting}${path}`) : []
          expect([links.reporting, ...placesOfTasks], each.kind).toContain(address.replaceAll('&amp;', '&'))
        }
      }
    }
    expect(printed).toBeGreaterThan(20)
  },
)

const pathsOf = ({ items, still }: LetterOf<'deadlines'>['data']) =>
  [...items, ...still].map((item) => placeAddress(placeOf(item)))

it.each(LOCALES)('leads from each line of a letter about deadlines in %s to its record', async (locale) => {
  const each = sampleLetters(locale).find(({ kind }) => kind === 'deadlines')
  if (each?.kind !== 'deadlines') throw new Error('there is no such sample')
  const links = linksOf(each, 'officer@faraway.example', ring, urls)
  const { html, text } = await renderLetter(each, { organisation, links })
  const paths = pathsOf(each.data)
  expect(paths).toContain('/registers/incidents?row=%5B%222026-014%22%5D')
  expect(paths).toContain('/whistle-blowing')
  for (const path of paths) {
    expect(html).toContain(`href="${urls.reporting}${path}"`)
    expect(text).toContain(`\n  ${urls.reporting}${path}\n`)
  }
})

it('opens the page of summaries for an officer who is told of a waiting edition, and the scorecard for an owner', () => {
  const notice = sampleLetters('en').find((each) => each.kind === 'edition-notice')
  if (notice?.kind !== 'edition-notice') throw new Error('there is no such sample')
  const pageFor = (reader: (typeof notice.data)['reader']) =>
    new URL(linksOf({ ...notice, data: { ...notice.data, reader } }, 'a@faraway.example', ring, urls).reporting ?? '')
      .pathname
  expect([pageFor('privacy-officer'), pageFor('it-security')]).toEqual(['/summaries', '/scorecard'])
})

it('opens the page of the goal if only one has changed, and else the scorecard', () => {
  const changed = sampleLetters('en').flatMap((each) => (each.kind === 'goals-changed' ? [each] : []))
  const pages = changed.map((each) => new URL(linksOf(each, 'a@faraway.example', ring, urls).reporting ?? '').pathname)
  expect(pages).toEqual(['/scorecard', '/goal/customer-satisfaction'])
})

/** The value of `period` that stands least deep. */
function firstPeriod(...values: readonly unknown[]): string | null {
  const objects = values.filter((value) => typeof value === 'object' && value !== null)
  if (objects.length === 0) return null
  const found = objects.flatMap((value) => ('period' in value ? [String(value.period)] : []))
  return found[0] ?? firstPeriod(...objects.flatMap((value) => Object.values(value)))
}
