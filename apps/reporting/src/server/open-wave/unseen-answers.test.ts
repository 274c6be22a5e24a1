import { USER_ROLES } from '@wayproof/store'
import { watchLetters } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { type AnswerWorld, answerWorld, PERIOD, row } from '../testing/answer-world.ts'
import { neverAsked } from '../testing/every-outlet.ts'

type Act = (world: AnswerWorld) => Promise<unknown>

/** Each test calls every outlet about a thousand times. */
const LONG = 240_000

/** Roles that look at intermediate steps; at the end every role looks. */
const FEW = ['officer', 'executive'] as const

/** Traveler 1, whose answer the officer tries to learn about. */
const EMAIL = 'traveler-1@x.example'

/** Acts of an officer, or of a mail server under an officer's control, on one traveler. */
const ACTS: Readonly<Record<string, Act>> = {
  'says that the traveler is no adult': ({ bring }) => bring([row(1, { adult: false })]),
  'takes the legal basis away': ({ bring }) => bring([row(1, { basis: null })]),
  'changes the language': ({ bring }) => bring([row(1, { locale: 'en' })]),
  'changes the address': ({ bring }) => bring([row(1, { email: 'officer-alias@x.example' })]),
  'gives the address to another traveler': ({ bring }) => bring([row(90, { email: EMAIL, lastTrip: '2026-06' })]),
  'erases by address': ({ officer }) => officer.privacy.erase({ email: EMAIL }),
  'erases by number': ({ officer }) => officer.privacy.erase({ customerNumber: 'C-1' }),
  'stops letters to the address': ({ officer }) => officer.privacy.suppress({ email: EMAIL }),
  'has the invitation come back': ({ bounceInvitation }) => bounceInvitation(1),
  'does nothing': async () => null,
}

/** Letters to officers, and whether the wave was paused automatically. */
const mailed = async ({ ports, deliver }: AnswerWorld) => {
  const paused = await watchLetters(ports, { errorsInARow: 0 })
  const letters = await deliver()
  return { paused, letters: letters.map(({ letter }) => letter).filter(({ kind }) => kind === 'wave-paused') }
}

/** Runs the act before the reminders or while they wait, and records everything visible at each step. */
async function story(world: AnswerWorld, act: Act, when: 'before' | 'waiting', fate: 'failed' | 'bounced') {
  const { officer, deliver, look, nextHour } = world
  const at = { period: PERIOD }
  const seen: Record<string, unknown> = {}
  await nextHour()
  if (when === 'before') seen.act = await act(world)
  seen.preview = await officer.wave.remindPreview(at)
  seen.pause = await officer.wave.pause(at)
  seen.remind = await officer.wave.remind(at)
  if (when === 'waiting') seen.act = await act(world)
  seen.waiting = await look(FEW)
  seen.resume = await officer.wave.resume(at)
  await deliver(({ to }) => (to === EMAIL || to.startsWith('officer') ? fate : 'sent'))
  seen.mailed = await mailed(world)
  seen.again = await officer.wave.remind(at)
  seen.delivered = await look(FEW)
  await nextHour()
  seen.nextHour = await look(USER_ROLES)
  return seen
}

test.each(
  Object.entries(ACTS).flatMap(([name, act], n) => [
    { name, act, when: 'before', fate: n % 2 === 0 ? 'failed' : 'bounced' } as const,
    { name, act, when: 'waiting', fate: n % 2 === 0 ? 'bounced' : 'failed' } as const,
  ]),
)(
  'an officer who $name ($when) sees nowhere whether the traveler has answered',
  { timeout: LONG },
  async ({ act, when, fate }) => {
    const [one, other] = await Promise.all([answerWorld(1), answerWorld(2)])
    const [first, second] = [await story(one, act, when, fate), await story(other, act, when, fate)]
    expect(differing(first, second)).toEqual([])
  },
)

/** Differences between both values, with their paths, shortened. */
function differing(one: unknown, other: unknown, name = ''): readonly string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [`${name}: ${firstDifference(String(one), String(other))}`]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap((key) =>
    differing((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${name}/${key}`),
  )
}

function firstDifference(one: string, other: string): string {
  const at = Math.max(0, [...one].findIndex((letter, place) => letter !== other[place]) - 60)
  return `${one.slice(at, at + 120)} | ${other.slice(at, at + 120)}`
}

test('every query is called and returns something, and the same again', {
  timeout: LONG,
}, async () => {
  const world = await answerWorld(1)
  await world.nextHour()
  const [seen, again] = [await world.look(USER_ROLES), await world.look(USER_ROLES)]
  expect(neverAsked(seen)).toEqual([])
  expect(differing(seen, again)).toEqual([])
})
