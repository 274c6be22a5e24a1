import type { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { systemTokens } from '@wayproof/kernel/system'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import { remindDueWaves } from '@wayproof/survey/waves/remind-wave'
import { watchLetters } from '@wayproof/survey/waves/watch-letters'
import fc from 'fast-check'
import { type AnswerApp, type AnswerWorld, openAnswerApp, PERIOD, row } from './answer-app.ts'
import { differing } from './unseen-answers.ts'

const PEOPLE = [1, 2, 3, 4, 5]
const DAY = 24 * 60
const NEXT_PERIOD = '2026-H2'
const DESK_FORM = newSecretCode(systemTokens)

type Act = (app: AnswerApp) => Promise<unknown>

const emailOf = (n: number) => `traveler-${n}@x.example`
const isReminder = (kind: string) => kind === 'survey-reminder' || kind === 'survey-last-reminder'

/** Ends the letters that wait; reminders as `outcome` says. Officers see what was mailed to them. */
const mail =
  (outcome: 'sent' | 'failed' | 'bounced'): Act =>
  async ({ deliver, ports }) => {
    const paused = await watchLetters(ports)
    const claimed = await deliver(({ letter }) => (isReminder(letter.kind) ? outcome : 'sent'))
    return { paused, others: claimed.map(({ letter }) => letter.kind).filter((kind) => !isReminder(kind)) }
  }

/** Acts of officers, and of mail servers that an officer may own. */
const ACTS: Readonly<Record<string, Act>> = {
  'imports everybody but traveler 1 as no adult': ({ importRows }) =>
    importRows(Array.from({ length: 39 }, (_, n) => row(n + 2, { adult: false }))),
  'takes the legal basis of traveler 2 away': ({ importRows }) => importRows([row(2, { basis: null })]),
  'changes the address of traveler 1': ({ importRows }) => importRows([row(1, { email: 'alias@x.example' })]),
  'erases traveler 3': ({ officer }) => officer.privacy.erase({ customerNumber: 'C-3' }),
  'stops letters to traveler 1': ({ officer }) => officer.privacy.suppress({ email: emailOf(1) }),
  'has the invitation of traveler 1 come back': ({ bounceInvitation }) => bounceInvitation(1),
  'has invitations sent again': ({ officer }) =>
    officer.letters.sendAgain({ period: PERIOD, customerNumbers: ['C-1', 'C-2'] }),
  'proposes an earlier close': ({ officer }) =>
    officer.wave.proposeClose({ period: PERIOD, closesOn: null, reason: 'Enough have answered.' }),
  'mails the summary': async ({ officer, services }) => {
    const names = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2026-01-01' }
    await services.store.organisation.save({ ...names, baselineYear: null, sample: false })
    return officer.summary.send({ period: PERIOD })
  },
  'records a complaint of traveler 1 at the desk': async ({ officer }) => {
    // Its case code is drawn at random.
    await officer.rights.record({
      ...{ formCode: DESK_FORM, kind: 'complaint', regime: 'eu', channel: 'telephone', receivedOn: '2026-07-01' },
      ...{ text: 'A traveler asks.', contact: emailOf(1), identityChecked: true, locale: 'en' },
    })
  },
  'reminds by hand': async ({ officer }) => {
    const at = { period: PERIOD }
    return [await officer.wave.remindPreview(at), await orRefusal(officer.wave.remind(at))]
  },
  'waits for the planned reminders': async ({ pass, ports }) => {
    pass(7 * DAY)
    return remindDueWaves(ports)
  },
  'has mail accepted': mail('sent'),
  'has reminders refused': mail('failed'),
  'has reminders come back': mail('bounced'),
  'has letters written to a folder': ({ officer }) => officer.programme.chooseFolder({ chosen: true }),
  'pauses and resumes': async ({ officer }) => {
    const at = { period: PERIOD }
    return [await orRefusal(officer.wave.pause(at)), await orRefusal(officer.wave.resume(at))]
  },
  'previews the next wave': ({ officer }) => officer.wave.preview({ period: NEXT_PERIOD }),
}

/** An outcome of an act, or the reason of its refusal: officers read both. */
const orRefusal = (given: Promise<unknown> | undefined) => given?.catch((refused: Error) => refused.message)

/** A world in which some of the people acted. */
const world: fc.Arbitrary<AnswerWorld> = fc
  .array(fc.constantFrom('nothing', 'draft', 'answered', 'corrected', 'withdrawn'), {
    minLength: PEOPLE.length,
    maxLength: PEOPLE.length,
  })
  .map((states) => {
    const who = (...wanted: readonly string[]) => PEOPLE.filter((_, n) => wanted.includes(states[n] ?? ''))
    return {
      answered: who('answered', 'corrected', 'withdrawn'),
      corrected: who('corrected'),
      withdrawn: who('withdrawn'),
      drafts: who('draft'),
      isCountedBefore: true,
    }
  })

const NOBODY: AnswerWorld = { answered: [], drafts: [], isCountedBefore: true }

/** Two worlds; often one in which nobody acted. */
export const worlds = fc.tuple(fc.oneof(fc.constant(NOBODY), world), world)

export const acts = fc.array(fc.constantFrom(...Object.keys(ACTS)), { minLength: 3, maxLength: 6 })

/**
 * Differences between what officers and one other role see of two worlds within one published hour, after each act. Every
 * output is compared bit for bit: nothing that was published has changed.
 */
export async function seenDifferences(
  [one, other]: readonly [AnswerWorld, AnswerWorld],
  names: readonly string[],
  role: (typeof USER_ROLES)[number],
): Promise<readonly string[]> {
  const apps = [await openAnswerApp(one), await openAnswerApp(other)] as const
  for (const [step, name] of names.entries()) {
    const seen = []
    for (const app of apps) {
      // A minute apart, so that an order of moments can be seen.
      app.pass(1)
      const done = app.hide(JSON.stringify([await orRefusal(ACTS[name]?.(app))]))
      const isLast = step === names.length - 1
      seen.push({ done, ...(await app.lookAs(isLast ? ['officer', role] : ['officer'])) })
    }
    const found = differing(seen[0], seen[1])
    if (found.length > 0) return found.map((difference) => `after "${name}": ${difference}`)
  }
  return closedDifferences(apps)
}

/**
 * After the close the next wave's preview tells nobody apart: reminders count by rounds. Only the number of answers, which a
 * closed wave publishes, may differ.
 */
async function closedDifferences(apps: readonly AnswerApp[]): Promise<readonly string[]> {
  const seen = []
  for (const { officer, ports, pass, importRows } of apps) {
    const wave = await ports.store.wave(PERIOD)
    pass(Math.ceil(((wave?.closesAt ?? 0) - ports.clock.now()) / 60_000) + 1)
    const closed = await closeWave(ports, { period: PERIOD })
    // All travel again, so that the next wave would invite them.
    await importRows(PEOPLE.map((n) => row(n, { lastTrip: '2026-07' })))
    seen.push({
      closed: closed.ok,
      preview: JSON.stringify({ ...(await officer.wave.preview({ period: NEXT_PERIOD })), lastResponseRate: null }),
    })
  }
  return differing(seen[0], seen[1]).map((difference) => `after the close: ${difference}`)
}
