import type { UserRole } from '@wayproof/accounts/accounts/person'
import { sentStatements } from '@wayproof/database/testing/sent-statements'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { correctAnswer } from '@wayproof/survey/answers/correct-answer'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { saveDraft } from '@wayproof/survey/answers/save-draft'
import { withdrawAnswer } from '@wayproof/survey/answers/withdraw-answer'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { fulfilChecklist } from '@wayproof/survey/testing/fulfil-checklist'
import { addressKey } from '@wayproof/survey/travelers/address-key'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import type { TravelerRow } from '@wayproof/survey/travelers/traveler'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import { countOpenWaves } from '@wayproof/survey/waves/count-open-waves'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import { everyFile, everyQuery, type OutputTexts } from './every-output.ts'
import { hideNames } from './hide-names.ts'
import { openApp } from './open-app.ts'

export const PERIOD = '2026-H1'
const MINUTE = 60_000
const TRAVELERS = 40

/** Travelers, by number, and their acts on their pages. */
export interface AnswerWorld {
  readonly answered: readonly number[]
  /** Some of those who answered. */
  readonly corrected?: readonly number[]
  readonly withdrawn?: readonly number[]
  readonly drafts: readonly number[]
  /** Counts the wave before anybody acts, so that worlds with other numbers of answers publish the same. */
  readonly isCountedBefore?: boolean
}

const OTHERS = Array.from({ length: 12 }, (_, n) => n + 20)

/** Travelers 1 and 2 are alike, except that one of them has answered and the other has a draft; a dozen others answered, too. */
export const whereOneAnswered = (respondent: 1 | 2): AnswerWorld => ({
  answered: [respondent, ...OTHERS],
  drafts: [respondent === 1 ? 2 : 1],
})

export const row = (n: number, change: Partial<TravelerRow['cells']> = {}): TravelerRow => ({
  rowNumber: n + 1,
  cells: {
    customerNumber: `C-${n}`,
    email: `traveler-${n}@x.example`,
    locale: 'zh-CN',
    tripType: 'group',
    channel: 'app',
    region: 'east',
    lastTrip: '2026-03',
    adult: true,
    residence: 'CN',
    basis: 'consent',
    basisWording: '6',
    basisNamesSurveys: true,
    basisSource: 'booking',
    basisDate: '2024-01-01',
    ...change,
  } as TravelerRow['cells'],
})

/** An open wave with sent invitations, in which travelers have acted. Two such worlds differ only in their acts. */
export async function openAnswerApp(world: AnswerWorld) {
  const opened = await openApp()
  const { services } = opened
  const ports = surveyPorts(services)
  const { store, clock } = services
  const { person } = await opened.join('officer')
  // Lists are in the order in which people were added.
  opened.pass(60)
  const { cookie } = await opened.join('officer', 'reader@x.example')
  const officer = appRouter.createCaller(createContextInner(services, { user: person }))
  await fulfilChecklist(ports)
  await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const importRows = (rows: readonly TravelerRow[]) =>
    importTravelers(ports, {
      table: travelerTable(rows, 'd'.repeat(64)),
      fileName: 'travelers.csv',
      by: 'officer',
      dryRun: false,
    })
  await importRows(Array.from({ length: TRAVELERS }, (_, n) => row(n + 1)))
  const wave = await openWave(ports, { period: PERIOD, mode: 'census', closesOn: '2026-07-21' })
  if (!wave.ok) throw new Error(wave.fault.code)
  const links = new Map<string, string>()

  /** Sends all waiting letters; `outcomeOf` decides the result of each. */
  const deliver = async (outcomeOf: (letter: ClaimedLetter) => 'sent' | 'failed' | 'bounced' = () => 'sent') => {
    const claimed = await store.outbox.claim(1000, clock.now(), clock.now() + MINUTE)
    for (const letter of claimed) {
      const { data, locale } = letter.letter
      if ('invitationId' in data) links.set(letter.to, linkToken(services.keyring, { ...data, locale }))
      const outcome = outcomeOf(letter)
      if (outcome === 'failed') {
        await store.outbox.markFailed(letter, `550 5.1.1 <${letter.to}> user unknown`, clock.now())
        continue
      }
      await store.outbox.markSent(letter, '250 ok', clock.now())
      if (outcome === 'bounced') {
        await bounce(letter)
      }
    }
    return claimed
  }
  const bounce = ({ id, to }: ClaimedLetter) => {
    const letter = { letterId: id, addressMark: addressKey(services.keyring, to).subarray(0, 2) }
    return store.markReported({ kind: 'hard', cause: null, detail: `<${to}> unknown`, letter }, clock.now())
  }
  const linkOf = (n: number) => links.get(`traveler-${n}@x.example`) ?? ''
  const receipts = new Map<number, string>()
  const answer = (n: number) => {
    const receipt = newReceipt(services.tokens)
    receipts.set(n, receipt)
    return recordAnswer(ports, { token: linkOf(n), receipt, locale: 'zh-CN', fields: { overall: '5' } })
  }

  const invitations = await deliver()
  if (world.isCountedBefore) {
    opened.pass(60 - (Math.floor(clock.now() / MINUTE) % 60))
    await countOpenWaves(ports)
  }
  const { answered, drafts, corrected = [], withdrawn = [] } = world
  const acts = [
    ...answered.map((n) => () => answer(n)),
    ...corrected.map(
      (n) => () => correctAnswer(ports, { receipt: receipts.get(n) ?? '', locale: 'zh-CN', fields: { overall: '2' } }),
    ),
    ...withdrawn.map((n) => () => withdrawAnswer(ports, { receipt: receipts.get(n) ?? '' })),
    ...drafts.map((n) => () => saveDraft(ports, { token: linkOf(n), fields: { overall: '3' } })),
  ]
  for (const act of acts) {
    const done = await act()
    if (!done.ok) throw new Error(done.fault.code)
  }

  const hideOthers = hideNames(opened.database.databaseUrl)
  const hide = (text: string) => hideOthers(text.replaceAll(wave.value.wave.id, 'WAVE'))

  return {
    officer,
    services,
    ports,
    importRows,
    deliver,
    answer,
    bounceInvitation: async (n: number) => {
      const letter = invitations.find(({ to }) => to === `traveler-${n}@x.example`)
      return letter ? bounce(letter) : false
    },
    /** Moves the clock to the next full hour, when open waves are counted. */
    nextHour: async () => {
      const toHour = 60 - (Math.floor(clock.now() / MINUTE) % 60)
      opened.pass(toHour)
      await countOpenWaves(ports)
    },
    pass: opened.pass,
    /** A text without the names that each world draws at random. */
    hide,
    /** Everything visible in the app, in files, in its log and to a monitor, and the number of statements behind it. */
    lookAs: async (roles: readonly UserRole[]): Promise<OutputTexts> => {
      const before = sentStatements()
      const seenTexts: Record<string, string> = {
        ...(await everyQuery(services, roles)),
        ...(await everyFile(opened.app, async (path) => opened.send(path, { headers: { cookie } }))),
        log: JSON.stringify(opened.logged),
        // The figures that the scheduler's health page and metrics show, and what tells open pages of a change.
        health: JSON.stringify([await store.health.readiness(), await store.health.read(clock.now())]),
        waiting: JSON.stringify(await store.outbox.counts()),
        arrivals: JSON.stringify(await store.arrivals()),
      }
      seenTexts.statements = String(sentStatements() - before)
      return Object.fromEntries(Object.entries(seenTexts).map(([key, text]) => [key, hide(text)]))
    },
  }
}

export type AnswerApp = Awaited<ReturnType<typeof openAnswerApp>>
