import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { type LocalText, nearestLocale } from '@wayproof/kernel/people/locale'
import { FIRST_GENERATION, type PlannedInvitation, type WavePlan } from '../wave-plan.ts'
import { type RunningOpening, renewOpening } from './running-opening.ts'
import { postSurveyLetters, type SurveyLetter } from './survey-letter.ts'

/** People in one transaction, which then locks a SQLite file for some 20 ms. */
const CHUNK = 1000

/** Writes the invitations of a plan and their letters. Skips travelers who have been deleted since. */
export async function inviteAll(database: QueryDatabase, opening: RunningOpening, plan: WavePlan): Promise<void> {
  const improvements = await database.write(async (query) => {
    await renewOpening(query, opening)
    return announceImprovements(query, plan)
  })
  for (let start = 0; start < plan.invitations.length; start += CHUNK) {
    if (start > 0) await database.sleep(CHUNK_PAUSE_MS)
    await database.write(async (query) => {
      await renewOpening(query, opening)
      await invite(query, plan, plan.invitations.slice(start, start + CHUNK), improvements)
    })
  }
  await database.analyze(['invitation', 'letter'])
}

const ANNOUNCE = `UPDATE improvement SET told_wave_id = coalesce(told_wave_id, @waveId)
  WHERE id = @id AND withdrawn_at IS NULL`

/**
 * Marks improvements as mentioned, so that they can no longer be withdrawn. Returns those that were not withdrawn since
 * the plan was made.
 */
async function announceImprovements(query: Query, { wave, improvements }: WavePlan): Promise<readonly LocalText[]> {
  const announced: LocalText[] = []
  for (const { id, text } of improvements)
    if ((await query.run(ANNOUNCE, { waveId: wave.id, id })) === 1) announced.push(text)
  return announced
}

const INVITE: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO invitation (id, wave_id, traveler_id, cell_id, generation, answered)
    SELECT ${field('id')}, @waveId, traveler.id, ${field('cellId')}, @generation, @answered
    FROM ${jsonItems('@people', 'item')} JOIN traveler ON traveler.id = ${field('travelerId')}`
}

async function invite(
  query: Query,
  { wave, closesOn, smallestGroup }: WavePlan,
  invitations: readonly PlannedInvitation[],
  improvements: readonly LocalText[],
): Promise<void> {
  const generation = FIRST_GENERATION
  const people = invitations.map(({ id, travelerId, cellId }) => ({ id, travelerId, cellId }))
  await query.run(INVITE, { people: JSON.stringify(people), waveId: wave.id, generation, answered: false })
  const letters = invitations.map(({ id: invitationId, travelerId, locale, letterId }): SurveyLetter => {
    const texts = improvements.map((text) => text[nearestLocale(locale)])
    const data = {
      ...{ invitationId, generation, travelerId, period: wave.period, closesOn, smallestGroup },
      ...(texts.length > 0 ? { improvements: texts } : {}),
    }
    return { id: letterId, kind: 'survey-invitation', locale, data }
  })
  await postSurveyLetters(query, wave.id, wave.openedAt, letters)
}
