import type { QueryTransaction } from '@wayproof/database/query/query-database'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { notePart } from '@wayproof/journal/sample-data/sample-lock'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Tokens } from '@wayproof/kernel/id'
import type { AnswerValues } from '@wayproof/survey/answers/answer'
import { answerCode } from '@wayproof/survey/answers/answer-code'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'

interface SampleCell {
  readonly tripType: string
  readonly channel: string
  readonly region: string
  readonly language: string
  readonly invited: number
}

/** A census of the sample data whose answers are counted next. Nobody is behind it: it has no invitation and no letter. */
export interface NewSampleWave {
  readonly period: PeriodKey
  readonly questionnaire: Questionnaire
  readonly rules: { readonly version: string; readonly minimumForStatus: number; readonly smallestGroup: number }
  readonly openedAt: Instant
  readonly closesAt: Instant
  readonly mergeMap: unknown
  readonly cells: readonly SampleCell[]
  readonly margins: readonly { readonly margin: string; readonly category: string; readonly eligible: number }[]
  readonly answers: readonly {
    readonly cell: number
    readonly values: AnswerValues
    readonly comment: string | null
    readonly locale: string
    readonly day: CalendarDate
  }[]
}

/** Writes a closed wave as it is before its answers are separated and counted, in the transaction of a load. */
export async function addSampleWave(
  { query, records }: Pick<QueryTransaction, 'query' | 'records'>,
  { loadId, waveId, tokens }: { readonly loadId: Id; readonly waveId: Id; readonly tokens: Tokens },
  { period, questionnaire, rules, openedAt, closesAt, ...wave }: NewSampleWave,
): Promise<void> {
  await notePart(query, loadId, 'wave', waveId)
  const invitedCount = wave.cells.reduce((sum, { invited }) => sum + invited, 0)
  const { firstReminderDays, lastReminderDays, letterLimit } = DEFAULT_PROGRAMME
  const closing = new Date(closesAt)
  await records.wave.create({
    data: {
      ...{ id: waveId, period, status: 'closed', mode: 'census', checklist: '{}' },
      ...{ questionnaireId: questionnaire.id, questionnaireVersion: questionnaire.version },
      ...{ ruleVersion: rules.version, minimumForStatus: rules.minimumForStatus, smallestGroup: rules.smallestGroup },
      ...{ registeredCount: invitedCount, frameCount: invitedCount, invitedCount, deliveredCount: invitedCount },
      ...{ mergeMap: JSON.stringify(wave.mergeMap), openedAt: new Date(openedAt) },
      ...{ closesAt: closing, sealedClosesAt: closing, closedAt: closing },
      ...{ firstReminderDays, lastReminderDays, letterLimit },
    },
  })
  const cells = wave.cells.map(({ invited, ...cell }, place) => ({
    ...{ ...cell, id: `${waveId}-${place}`, waveId, invitedCount: invited, baseWeight: 1 },
  }))
  await records.cell.createMany({ data: cells })
  await records.frameMargin.createMany({ data: wave.margins.map((margin) => ({ ...margin, waveId })) })
  const { encode } = answerCode(questionnaire)
  await records.answer.createMany({
    data: wave.answers.map(({ cell, values, comment, locale }) => ({
      ...{
        waveId,
        key: new Uint8Array(tokens.bytes(16)),
        cellId: `${waveId}-${cell}`,
        values: encode(values),
        comment,
      },
      language: comment === null ? null : locale,
    })),
  })
  const days = new Map<string, number>()
  for (const { day } of wave.answers) days.set(day, (days.get(day) ?? 0) + 1)
  await records.answerCounter.createMany({
    data: [...days].map(([day, answered]) => ({ waveId, shard: 0, day, answered, withdrawn: 0 })),
  })
}
