import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import { dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { localTimeAt } from '@wayproof/kernel/calendar/local-time'
import type { Instant } from '@wayproof/kernel/clock'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import type { Letter } from '@wayproof/letters/letter/letter'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import { RULES } from '@wayproof/scorecard/rules'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { expect, test } from 'vitest'
import { playAhead, playedClock } from '../src/rehearsal/play-ahead.ts'
import { addPerson, approveOpening, bringTravelers, openCompany, ring, urls } from './company.ts'
import { SHOULD_LEAVE } from './letters-of-a-year.ts'

// A year of a company with one person in each role whose registers stay empty, and what should leave in it.

/** A year has a thousand runs of the calendar. */
const PATIENCE_MS = 600_000

const ZONES = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']
const TRAVELERS = 9
/** Travelers who answer on the day of the invitation, and after the first reminder. */
const [AT_ONCE, LATER] = [3, 2]
const PEOPLE = ['officer', 'executive', 'human-resources', 'it-security', 'customer-service', 'procurement'] as const

/** The months of the incidents are confirmed, so that no letter asks for them. */
const emptyMonths = [2024, 2025, 2026].flatMap((year) =>
  monthsOver(year, `${year}-12-31`).map((month) => {
    return { register: 'incidents', month, confirmed_at: new Date(0), confirmed_by: 'IT' }
  }),
)

interface Sent {
  readonly time: string
  readonly kind: LetterKind
  readonly about: string
}

async function liveYear(timeZone: string) {
  const clock = playedClock(momentOn('2025-12-19', 12, timeZone))
  const company = await openCompany(clock, ring, timeZone)
  const { store, surveyPorts } = company
  await company.database.insert({ empty_month: emptyMonths })
  for (const role of PEOPLE) await addPerson(company, role, 'en')
  await bringTravelers(company, TRAVELERS)
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await planProgramme(surveyPorts, { plan, runs: true })
  await approveOpening(company, '2025-H2')
  const machine = { ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, urls, rules: RULES, ...SMALL_WAVES }
  const answer = async ({ data, locale }: Letter) => {
    if (!('invitationId' in data)) throw new Error('no survey letter')
    const { invitationId, generation } = data
    const token = linkToken(ring, { invitationId, generation, locale })
    const form = { token, receipt: newReceipt(systemTokens), locale: 'en', fields: { overall: '5' } } as const
    expect(await recordAnswer(surveyPorts, form)).toMatchObject({ ok: true })
  }
  const sent: Sent[] = []
  const act = async (at: Instant, letters: readonly Letter[]) => {
    const time = localTimeAt(at, timeZone).slice(0, 16).replace('T', ' ')
    for (const letter of letters) sent.push({ time, kind: letter.kind, about: aboutOf(letter) })
    const ofKind = (kind: LetterKind) => letters.filter((letter) => letter.kind === kind)
    for (const letter of ofKind('survey-invitation').slice(0, AT_ONCE)) await answer(letter)
    for (const letter of ofKind('survey-reminder').slice(0, LATER)) await answer(letter)
    // The travelers of the next half-year are imported, and its opening approved, a month before their survey.
    if (dateAt(at, timeZone) !== '2026-06-01') return
    await bringTravelers(company, TRAVELERS, '2026-05')
    await approveOpening(company, '2026-H1')
  }
  const { held } = await playAhead({ ...machine, store }, clock, '2026-12-31', act)
  return { sent, held: held.map((hold) => [dateAt(hold.at, timeZone), hold.what, hold.why]) }
}

/** The subject of a letter: its half-year, edition or deadlines. */
function aboutOf({ kind, data }: Letter): string {
  switch (kind) {
    case 'deadlines':
      return data.items.map(({ kind: duty, subject, step }) => `${duty} ${subject} ${step}`).join(', ')
    case 'executive-summary':
      return `${data.edition?.kind} ${data.summary.scorecard.period}`
    case 'unlinking-certificate':
      return `closed on ${data.closedOn}`
    case 'mail-server-test':
      return `opening on ${data.opening?.on}`
    case 'closing-reminder':
      return `${data.stage} ${data.period}`
    case 'edition-notice':
      return `${data.waits} ${data.period}`
    default:
      return 'period' in data ? data.period : ''
  }
}

test.each(ZONES)(
  'a year in %s: what leaves is what should leave, on its day and at its hour',
  async (timeZone) => {
    const { sent, held } = await liveYear(timeZone)
    const lines = Map.groupBy(sent, ({ time, kind, about }) => `${time} | ${kind} | ${about}`)
    const left = [...lines].map(([line, group]) => `${line} | ${group.length}`)
    process.stdout.write(`${timeZone}\n${left.join('\n')}\n`)
    expect(left).toEqual(SHOULD_LEAVE.map(([line]) => line))
    expect(held).toEqual([
      ['2026-02-05', 'edition', 'held'],
      ['2026-07-31', 'edition', 'held'],
    ])
  },
  PATIENCE_MS,
)
