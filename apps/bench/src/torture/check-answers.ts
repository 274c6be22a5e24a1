import { DEFAULT_TIME_ZONE, withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { systemClock } from '@wayproof/kernel/system'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { showAnswer } from '@wayproof/survey/answers/show-answer'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import type { Acknowledged } from './retrying-traveler.ts'

/** Stored answers of a wave, compared with those acknowledged while it was open. */
export interface CheckedAnswers {
  /** Acknowledged answers that are not stored as submitted under their receipt. */
  readonly lost: number
  /** Rows of answers. */
  readonly stored: number
  /** Counters of the closed wave that differ from a recount of the rows. */
  readonly wrongCounters: number
  /** Faults that the database finds in itself. */
  readonly broken: readonly string[]
}

/** Reads the data of a stopped local stack, then closes and unlinks its wave. */
export function checkAnswers(
  { data, databaseUrl }: Pick<LocalStack, 'data' | 'databaseUrl'>,
  period: string,
  acknowledged: readonly Acknowledged[],
): Promise<CheckedAnswers> {
  return withData(storePlace({ DATA_DIR: data, DATABASE_URL: databaseUrl }), async (store, keyring) => {
    const ports = { store: store.survey, keyring, clock: systemClock }
    let lostCount = 0
    for (const answer of acknowledged) {
      const shownAnswer = await showAnswer(ports, { receipt: answer.receipt })
      if (!shownAnswer.ok || !isAsSent(shownAnswer.value.answer, answer)) lostCount += 1
    }
    const wave = await store.survey.wave(period)
    if (!wave) throw new Error(`there is no wave of ${period}`)
    const { answers } = await store.survey.rebuildTallies(wave.id)
    const closing = { store: store.survey, clock: { now: () => wave.closesAt }, timeZone: DEFAULT_TIME_ZONE }
    const closed = await closeWave(closing, { period })
    if (!closed.ok) throw new Error(closed.fault.code)
    const [{ differences }, funnel] = [await store.survey.rebuildTallies(wave.id), await store.survey.funnel(period)]
    const wrongCounters = differences.length + (funnel?.answered === answers ? 0 : 1)
    const broken = await store.integrityFaults()
    return { lost: lostCount, stored: answers ?? 0, wrongCounters, broken }
  })
}

type StoredAnswer = { readonly values: Readonly<Record<string, string>>; readonly comment: string | null }

/** Items that do not follow from earlier answers are dropped; every stored item must be as submitted. */
function isAsSent({ values, comment }: StoredAnswer, { fields }: Acknowledged): boolean {
  const storedEntries = Object.entries(values)
  const texts = new Set(Object.values(fields))
  return (
    storedEntries.length > 0 &&
    storedEntries.every(([item, value]) => fields[item] === value) &&
    (comment === null || texts.has(comment))
  )
}
