import { USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { watchLetters } from '@wayproof/survey/waves/watch-letters'
import { expect, test } from 'vitest'
import { type AnswerApp, openAnswerApp, PERIOD, row, whereOneAnswered } from './answer-app.ts'

type Act = (testApp: AnswerApp) => Promise<unknown>

/** Each test calls every output about a thousand times. */
export const LONG = 240_000

/** Roles that look at every step. At the end a third of the others look too, in each test another third. */
const FEW: readonly UserRole[] = ['officer', 'executive']
const rolesAtTheEnd = (test: number): readonly UserRole[] => [
  ...FEW,
  ...USER_ROLES.filter((role) => !FEW.includes(role)).filter((_, n) => n % 3 === test % 3),
]

/** Traveler 1, whose answer the officer tries to learn about. */
const EMAIL = 'traveler-1@x.example'

/** Acts of an officer, or of a mail server under an officer's control, on one traveler. */
const ACTS: Readonly<Record<string, Act>> = {
  'says that the traveler is no adult': ({ importRows }) => importRows([row(1, { adult: false })]),
  'takes the legal basis away': ({ importRows }) => importRows([row(1, { basis: null })]),
  'changes the language': ({ importRows }) => importRows([row(1, { locale: 'en' })]),
  'changes the address': ({ importRows }) => importRows([row(1, { email: 'officer-alias@x.example' })]),
  'gives the address to another traveler': ({ importRows }) =>
    importRows([row(90, { email: EMAIL, lastTrip: '2026-06' })]),
  'erases by address': ({ officer }) => officer.privacy.erase({ email: EMAIL }),
  'erases by number': ({ officer }) => officer.privacy.erase({ customerNumber: 'C-1' }),
  'stops letters to the address': ({ officer }) => officer.privacy.suppress({ email: EMAIL }),
  'has the invitation come back': ({ bounceInvitation }) => bounceInvitation(1),
  'does nothing': async () => null,
  'sends a bounced invitation again': async ({ officer, bounceInvitation, deliver }) => {
    await bounceInvitation(1)
    const sent = await officer.letters.sendAgain({ period: PERIOD, customerNumbers: ['C-1', 'C-2'] })
    const before = await officer.letters.undelivered({ period: PERIOD, offset: 0, limit: 9 })
    const letters = await deliver(({ letter }) => (letter.kind === 'survey-invitation' ? 'failed' : 'sent'))
    const invitations = letters.filter(({ letter }) => letter.kind === 'survey-invitation').map(({ to }) => to)
    const after = await officer.letters.undelivered({ period: PERIOD, offset: 0, limit: 9 })
    return { sent, before, invitations, after }
  },
}

/** The act that writes most, while the reminders wait. */
export const isQuick = ({ name, moment }: Tried): boolean =>
  name === 'has the invitation come back' && moment === 'waiting'

interface Tried {
  readonly name: string
  readonly moment: Story['moment']
}

/** Letters to officers, and whether the wave was paused automatically. */
const mailedLetters = async ({ ports, deliver }: AnswerApp) => {
  const paused = await watchLetters(ports)
  const letters = await deliver()
  return { paused, letters: letters.map(({ letter }) => letter).filter(({ kind }) => kind === 'wave-paused') }
}

interface Story {
  readonly act: Act
  readonly moment: 'before' | 'waiting'
  readonly outcome: 'failed' | 'bounced'
  readonly lastRoles: readonly UserRole[]
}

/** Runs the act before the reminders or while they wait, and records everything visible at each step. */
async function story(testApp: AnswerApp, { act, moment, outcome, lastRoles }: Story) {
  const { officer, deliver, lookAs, nextHour } = testApp
  const at = { period: PERIOD }
  const seenByRole: Record<string, unknown> = {}
  await nextHour()
  if (moment === 'before') seenByRole.act = await act(testApp)
  seenByRole.preview = await officer.wave.remindPreview(at)
  seenByRole.pause = await officer.wave.pause(at)
  seenByRole.remind = await officer.wave.remind(at)
  if (moment === 'waiting') seenByRole.act = await act(testApp)
  seenByRole.waiting = await lookAs(FEW)
  seenByRole.resume = await officer.wave.resume(at)
  await deliver(({ to }) => (to === EMAIL || to.startsWith('officer') ? outcome : 'sent'))
  seenByRole.mailed = await mailedLetters(testApp)
  seenByRole.again = await officer.wave.remind(at)
  seenByRole.delivered = await lookAs(FEW)
  await nextHour()
  seenByRole.nextHour = await lookAs(lastRoles)
  return seenByRole
}

/** Acts that change who gets a reminder: they are tried before the reminders and while they wait, the others once. */
const ACTS_ON_REMINDERS: readonly string[] = [
  'takes the legal basis away',
  'erases by address',
  'stops letters to the address',
  'has the invitation come back',
]

/**
 * Tests that two worlds, which differ only in the traveler who answered, look the same to an officer who carries out one
 * of the acts that `isTested` chooses.
 */
export function testActs(isTested: (tried: Tried) => boolean): void {
  test.each(
    Object.entries(ACTS)
      .flatMap(([name, act], n) => {
        const before = { name, act, moment: 'before', outcome: n % 4 < 2 ? 'failed' : 'bounced' } as const
        const waiting = { name, act, moment: 'waiting', outcome: n % 4 < 2 ? 'bounced' : 'failed' } as const
        if (ACTS_ON_REMINDERS.includes(name)) return [before, waiting]
        return n % 2 === 0 ? [before] : [waiting]
      })
      .map((one, n) => ({ ...one, lastRoles: rolesAtTheEnd(n) }))
      .filter(isTested),
  )('an officer who $name ($moment) sees nowhere whether the traveler has answered', { timeout: LONG }, async (one) => {
    const [firstApp, secondApp] = await Promise.all([
      openAnswerApp(whereOneAnswered(1)),
      openAnswerApp(whereOneAnswered(2)),
    ])
    const [first, second] = [await story(firstApp, one), await story(secondApp, one)]
    expect(differing(first, second)).toEqual([])
  })
}

/** Differences between both values, with their paths, shortened. */
export function differing(first: unknown, second: unknown, name = ''): readonly string[] {
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null)
    return first === second ? [] : [`${name}: ${firstDifference(String(first), String(second))}`]
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...keys].flatMap((key) =>
    differing((first as Record<string, unknown>)[key], (second as Record<string, unknown>)[key], `${name}/${key}`),
  )
}

function firstDifference(first: string, second: string): string {
  const at = Math.max(0, [...first].findIndex((letter, index) => letter !== second[index]) - 60)
  return `${first.slice(at, at + 120)} | ${second.slice(at, at + 120)}`
}
