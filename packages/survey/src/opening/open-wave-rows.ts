import { DatabaseFault } from '@wayproof/database/database-fault'
import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { fail, ok } from '@wayproof/kernel/outcome'
import { type LocalText, nearestLocale } from '@wayproof/kernel/people/locale'
import type { SurveyStore } from '../ports.ts'
import { waveKeyCheck } from '../wave-keys/answer-cipher.ts'
import { hasAllWaveKeys } from '../wave-keys/survey-instances.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import type { WaveOpening } from './ports.ts'
import { countFrame, eligibleTravelers, frameSources, registeredTravelers } from './rows/read-frame.ts'
import { beginOpening, endOpening, type RunningOpening, renewOpening, undoOpening } from './rows/running-opening.ts'
import { postSurveyLetters, type SurveyLetter } from './rows/survey-letter.ts'
import { FIRST_GENERATION, type PlannedInvitation, type WavePlan } from './wave-plan.ts'
import { storeSkips } from './wave-skips.ts'

/**
 * Reads the frame as of one moment, and writes the invitations that the plan draws from it in chunks, between which
 * others can write. The wave itself is written last, in one transaction, so nothing of it is seen or sent before
 * (decision 054). With `waveKeys` its answers are encrypted under a key of its own, which is on disk before. A traveler who is erased during the opening is treated as if erased just after it.
 */
export async function openWave(
  database: QueryDatabase,
  { waveId, period, frame, planOf, clock }: WaveOpening,
  waveKeys?: WaveKeys,
): ReturnType<SurveyStore['openWave']> {
  // A folder without the key of an open wave is not the right one: a key that is made in it would be missing later.
  if (waveKeys && !(await hasAllWaveKeys(database.query, waveKeys)))
    throw new DatabaseFault('wave-key-missing', 'the folder of wave keys lacks the key of an open wave')
  const opening: RunningOpening = { waveId, period, clock }
  const begun = await beginOpening(database, opening)
  if (!begun.ok) return begun
  try {
    const plan = planOf(
      await database.readSnapshot(async (query) => ({
        eligible: await eligibleTravelers(query, frame),
        skips: (await countFrame(query, frame)).skips,
        registered: await registeredTravelers(query),
        sources: await frameSources(query, frame),
      })),
    )
    if (!plan) {
      await undoOpening(database, opening)
      return fail('no-eligible-travelers')
    }
    await inviteAll(database, opening, plan)
    // The key of an opening that fails stays: a wave may have been written in spite of an error.
    const keyCheck = waveKeys ? waveKeyCheck(waveKeys.make(waveId), waveId) : null
    await database.transaction(async (transaction) => {
      await endOpening(transaction.query, opening)
      await writeWave(transaction, plan, keyCheck)
    })
    return ok(plan)
  } catch (error) {
    // If the disk is full, the rest is removed after the lease.
    await undoOpening(database, opening).catch(() => undefined)
    throw error
  }
}

/**
 * Writes a wave with its cells and counts, as sealed at its opening. From here on it exists, and its letters may be
 * sent. `keyCheck` is null if its answers are not encrypted.
 */
async function writeWave(
  { records, query }: QueryTransaction,
  plan: WavePlan,
  keyCheck: Uint8Array | null,
): Promise<void> {
  const { questionnaire, openedAt, ...wave } = plan.wave
  const closesAt = new Date(wave.closesAt)
  await records.wave.create({
    data: {
      ...wave,
      status: 'open',
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      smallestGroup: plan.smallestGroup,
      registeredCount: plan.registered,
      frameCount: plan.frame,
      invitedCount: plan.invitations.length,
      dominatedCells: plan.dominatedCells,
      mergeMap: JSON.stringify(plan.mergeMap),
      openedAt: new Date(openedAt),
      closesAt,
      sealedClosesAt: closesAt,
      checklist: JSON.stringify(plan.checklist),
      keyCheck: keyCheck && Uint8Array.from(keyCheck),
    },
  })
  await writeCells(query, plan)
  await storeSkips(records, wave.id, plan.skips)
  await addAuditEntry(records, { act: 'wave-opened', at: openedAt, subject: wave.period })
}

const INSERT_CELLS: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
    SELECT ${field('id')}, @waveId, ${field('tripType')}, ${field('channel')}, ${field('region')}, ${field('language')},
      CAST(${field('invited')} AS INTEGER), CAST(${field('baseWeight')} AS DOUBLE PRECISION)
    FROM ${jsonItems('@cells', 'item')}`
}

const INSERT_MARGINS: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO frame_margin (wave_id, margin, category, eligible)
    SELECT @waveId, ${field('margin')}, ${field('category')}, CAST(${field('eligible')} AS INTEGER)
    FROM ${jsonItems('@margins', 'item')}`
}

/** Writes the cells and margins of a wave with SQL: thousands of rows, in the transaction that opens it. */
async function writeCells(query: Query, { wave, cells, margins }: WavePlan): Promise<void> {
  await query.run(INSERT_CELLS, { waveId: wave.id, cells: JSON.stringify(cells) })
  await query.run(INSERT_MARGINS, { waveId: wave.id, margins: JSON.stringify(margins) })
}

/** People in one transaction, which then locks a SQLite file for some 20 ms. */
const CHUNK = 1000

/** Writes the invitations of a plan and their letters. Skips travelers who have been deleted since. */
async function inviteAll(database: QueryDatabase, opening: RunningOpening, plan: WavePlan): Promise<void> {
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
