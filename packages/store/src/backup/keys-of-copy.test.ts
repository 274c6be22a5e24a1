import { systemTokens } from '@wayproof/kernel/system'
import { newReceipt, showAnswer } from '@wayproof/survey'
import { describe, expect, inject, test } from 'vitest'
import type { StoreDatabase } from '../engine/store-database.ts'
import { openAt } from '../testing/database-at.ts'
import { closeAtOnce, openedWave, type SurveyOn, submit, surveyOn, tokens } from '../testing/survey-world.ts'
import { type BackedUp, backedUpServer, backedUpWorld, emptyServer, fileAt } from './testing/backed-up-world.ts'

const period = '2026-H1'

const { open, place } =
  inject('engine') === 'postgresql'
    ? { open: backedUpServer, place: emptyServer }
    : { open: () => backedUpWorld(true), place: async (folder: string) => fileAt(`${folder}/restored.db`) }

describe('an encrypted wave in a backup', () => {
  async function answeredWorld() {
    const world: SurveyOn<StoreDatabase> & BackedUp = await open()
    await openedWave(world, 20)
    const receipts: string[] = []
    for (const token of (await tokens(world)).slice(0, 12)) {
      const receipt = newReceipt(systemTokens)
      await submit(world, token, { overall: '4', improve: 'call 13812345678' }, receipt)
      receipts.push(receipt)
    }
    const id = (await world.ports.store.wave(period))?.id ?? ''
    const restored = async (file: string) => {
      const database = await place(world.folder)
      const result = await world.restore(file, { database, waveKeys: world.waveKeys })
      const other = openAt(database.engine === 'sqlite' ? `file:${database.file}` : database.url)
      return { result, survey: await surveyOn(other, { keyFolder: world.keyFolder }) }
    }
    return { ...world, id, receipts, restored }
  }

  const stored = async ({ database }: SurveyOn<StoreDatabase>) =>
    database.query.get<object>(`SELECT (SELECT count(*) FROM answer WHERE "values" LIKE '4%') AS answers,
      (SELECT count(*) FROM comment WHERE text = 'call ⟦number⟧') AS comments,
      (SELECT count(*) FROM wave WHERE key_destroyed_at IS NOT NULL) AS destroyed,
      (SELECT count(*) FROM wave WHERE key_lost_at IS NOT NULL) AS lost`)

  test('its key comes back with it, if the machine has lost it', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    world.waveKeys.destroy(world.id)
    const { result, survey } = await world.restored(file)
    expect(result).toMatchObject({ ok: true, value: { closed: [] } })
    expect(await showAnswer(survey.ports, { receipt: world.receipts[3] ?? '' })).toMatchObject({
      value: { answer: { values: { overall: '4' }, comment: 'call 13812345678' } },
    })
    await survey.database.close()
  })

  test('if it was closed since, it is closed again with its answers, and its key is destroyed again', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    await closeAtOnce(world, period)
    const { result, survey } = await world.restored(file)
    expect(result).toMatchObject({ ok: true, value: { closed: [period] } })
    expect(await stored(survey)).toEqual({ answers: 12, comments: 12, destroyed: 1, lost: 0 })
    expect(world.waveKeys.has(world.id)).toBe(false)
    await survey.database.close()
  })

  test('without its key it is closed again without its answers', async () => {
    const world = await answeredWorld()
    const master = world.waveKeys.master(world.id) ?? new Uint8Array()
    world.waveKeys.destroy(world.id)
    const file = await world.backup('keyless.backup')
    world.waveKeys.put(world.id, master)
    await closeAtOnce(world, period)
    const { result, survey } = await world.restored(file)
    expect(result).toMatchObject({ ok: true, value: { closed: [period] } })
    expect(await stored(survey)).toEqual({ answers: 0, comments: 0, destroyed: 1, lost: 1 })
    await survey.database.close()
  })

  test('a failed restore leaves no key', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    world.waveKeys.destroy(world.id)
    const clock = {
      now: () => {
        throw new Error('stopped')
      },
    }
    await expect(world.restore(file, { clock, waveKeys: world.waveKeys })).rejects.toThrow('stopped')
    expect(world.waveKeys.has(world.id)).toBe(false)
  })
})
