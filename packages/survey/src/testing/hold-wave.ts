import { randomBytes, randomUUID } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import type { AnswerValues } from '../answers/answer.ts'
import type { WavePlan } from '../opening/wave-plan.ts'
import { DEFAULT_PROGRAMME } from '../programme/programme.ts'
import { MARGINS } from '../sampling/categories.ts'
import { reminderMoments } from '../waves/reminder.ts'
import { checkedPoints } from './checked-points.ts'

const AT = Date.UTC(2026, 0, 10)
const cell = { tripType: 'group', channel: 'app', region: 'east', language: 'en' }

/** A census of as many travelers as answers: invited, answered in shared commits, closed and unlinked. */
export async function holdWave(
  database: StoreDatabase,
  {
    period,
    minimumForStatus,
    questionnaire = DEFAULT_QUESTIONNAIRE,
  }: { readonly period: PeriodKey; readonly minimumForStatus: number; readonly questionnaire?: Questionnaire },
  answers: readonly AnswerValues[],
): Promise<void> {
  const keys = keyring(new Uint8Array(32).fill(5))
  const ids = { next: () => randomUUID() }
  const store = surveyStore(database, { ids, tokens: { bytes: (n) => randomBytes(n) }, keyring: keys })
  const people = answers.map((values, i) => ({ values, invitationId: randomUUID(), i }))
  const told = { fileName: 'travelers.csv', digest: '', by: 'test', at: AT, day: '2026-01-10' }
  const file = { ...told, id: randomUUID(), rowCount: people.length }
  const travelers = people.map(({ i }) => ({
    rowNumber: i + 2,
    traveler: {
      customerNumber: `C${i}`,
      email: `${i}@travelers.example`,
      basisDate: '2025-01-01',
      traits: {
        locale: 'en' as const,
        tripType: cell.tripType,
        channel: cell.channel,
        region: cell.region,
        lastTrip: '2025-10',
        adult: true,
        residence: 'CN',
        basis: 'consent' as const,
        basisWording: '1',
        basisNamesSurveys: true,
        basisNotice: false,
        basisSource: 'booking',
        basisHolds: true,
      },
    },
  }))
  const staging = store.stageTravelers(1)
  await staging.add(travelers)
  await staging.takeIn({ ...file, dryRun: false })
  await staging.discard()
  const travelerIds = await database.query.all<{ id: string }>('SELECT id FROM traveler')
  await store.publishQuestionnaire(questionnaire, AT)
  const waveId = randomUUID()
  const { firstReminderDays, lastReminderDays, letterLimit } = DEFAULT_PROGRAMME
  const cellId = randomUUID()
  const plan: WavePlan = {
    wave: {
      id: waveId,
      period,
      mode: 'census',
      seed: null,
      questionnaire,
      ruleVersion: '1',
      minimumForStatus,
      openedAt: AT,
      closesAt: AT + 86_400_000,
      firstReminderDays,
      lastReminderDays,
      letterLimit,
    },
    smallestGroup: 5,
    skips: [],
    improvements: [],
    checklist: { ...checkedPoints, confirmedAt: AT, confirmedBy: 'test' },
    registered: people.length,
    frame: people.length,
    dominatedCells: 0,
    mergeMap: { tripType: {}, channel: {}, region: {}, language: {} },
    cells: [{ ...cell, id: cellId, invited: people.length, baseWeight: 1 }],
    margins: MARGINS.map((margin) => ({ margin, category: cell[margin], eligible: people.length })),
    invitations: people.map(({ invitationId, i }) => {
      return { id: invitationId, travelerId: travelerIds[i]?.id ?? '', cellId, locale: 'en', letterId: randomUUID() }
    }),
    closesOn: '2026-01-10',
  }
  const frame = { months: { first: '2025-10', last: null }, budgetFrom: AT, letterLimit }
  await store.openWave({ waveId, period, frame, clock: { now: () => AT }, planOf: () => plan })
  await Promise.all(
    people.map(({ invitationId, values }) =>
      store.saveAnswer({
        invitationId,
        generation: 0,
        values,
        comment: null,
        language: 'en',
        receiptHash: randomBytes(16),
        at: AT,
        day: '2026-01-10',
      }),
    ),
  )
  const moments = reminderMoments(DEFAULT_PROGRAMME, { at: AT, timeZone: 'Asia/Shanghai', byHand: false })
  await store.closeWave(waveId, AT + 86_400_000, moments)
  await store.unlinkWave(waveId, AT + 86_400_000)
}
