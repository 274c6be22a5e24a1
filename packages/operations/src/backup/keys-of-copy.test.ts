import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openAt } from '@wayproof/database/testing/database-at'
import { systemTokens } from '@wayproof/kernel/system'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { showAnswer } from '@wayproof/survey/answers/show-answer'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { closeAtOnce, openedWave, type SurveyOn, submit, surveyOn, tokens } from '@wayproof/survey/testing/survey-world'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'
import { describe, expect, inject, test } from 'vitest'
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

  /** Loses the key of the wave, but not the one beside it that decrypts it in backups. */
  const loseKey = ({ keyFolder, id }: { readonly keyFolder: string; readonly id: string }) =>
    rmSync(join(keyFolder, `${id}.key`))

  test('its key comes back with it, if the machine has lost only the key', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    loseKey(world)
    const { result, survey } = await world.restored(file)
    expect(result).toMatchObject({ ok: true, value: { closed: [], missingKeys: [] } })
    expect(await showAnswer(survey.ports, { receipt: world.receipts[3] ?? '' })).toMatchObject({
      value: { answer: { values: { overall: '4' }, comment: 'call 13812345678' } },
    })
    await survey.database.close()
  })

  test('on another machine its answers are missing until the folder of keys is there, and everything else works', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    const keyFolder = join(world.folder, 'other-machine')
    const database = await place(world.folder)
    const result = await world.restore(file, { database, waveKeys: waveKeyFolder(keyFolder, systemTokens) })
    expect(result).toMatchObject({ ok: true, value: { closed: [], withoutAnswers: [], missingKeys: [period] } })
    const other = openAt(database.engine === 'sqlite' ? `file:${database.file}` : database.url)
    const survey = await surveyOn(other, { keyFolder, encrypts: true })
    const receipt = world.receipts[3] ?? ''
    await expect(showAnswer(survey.ports, { receipt })).rejects.toMatchObject({ code: 'wave-key-missing' })
    const token = unsubscribeToken(survey.ports.keyring, 'traveler-19@example.com')
    const unsubscribed = await unsubscribe(survey.ports, { token })
    expect(unsubscribed).toMatchObject({ ok: true })
    cpSync(world.keyFolder, keyFolder, { recursive: true })
    expect(await showAnswer(survey.ports, { receipt })).toMatchObject({
      value: { answer: { values: { overall: '4' } } },
    })
    await closeAtOnce(survey, period)
    expect(await stored(survey)).toEqual({ answers: 12, comments: 12, destroyed: 1, lost: 0 })
    await survey.database.close()
  })

  test('if it was closed but not anonymized, it is closed again with its answers, and its key is destroyed', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    const unlinkWave = () => Promise.reject(new Error('stopped'))
    const stopped = { ports: { ...world.ports, store: { ...world.ports.store, unlinkWave } } }
    await expect(closeAtOnce(stopped, period)).rejects.toThrow('stopped')
    const { result, survey } = await world.restored(file)
    expect(result).toMatchObject({ ok: true, value: { closed: [period], withoutAnswers: [] } })
    expect(await stored(survey)).toEqual({ answers: 12, comments: 12, destroyed: 1, lost: 0 })
    expect(world.waveKeys.has(world.id)).toBe(false)
    await survey.database.close()
  })

  test('if it was anonymized since, or its key is another one, it is closed again without its answers', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    await closeAtOnce(world, period)
    world.waveKeys.put(world.id, systemTokens.bytes(32))
    const { result, survey } = await world.restored(file)
    expect(result).toMatchObject({ ok: true, value: { closed: [period], withoutAnswers: [period], missingKeys: [] } })
    expect(await stored(survey)).toEqual({ answers: 0, comments: 0, destroyed: 1, lost: 1 })
    await survey.database.close()
  })

  test('a restore that fails destroys no key', async () => {
    const world = await answeredWorld()
    const file = await world.backup('open.backup')
    const unlinkWave = () => Promise.reject(new Error('stopped'))
    const stopped = { ports: { ...world.ports, store: { ...world.ports.store, unlinkWave } } }
    await expect(closeAtOnce(stopped, period)).rejects.toThrow('stopped')
    const master = world.waveKeys.master(world.id)
    const path = join(world.folder, 'taken.db')
    // Another program takes the place while the copy is prepared.
    const now = () => {
      writeFileSync(path, '')
      return world.ports.clock.now()
    }
    const change = { database: fileAt(path), clock: { now }, waveKeys: world.waveKeys }
    await expect(world.restore(file, change)).rejects.toThrow('EEXIST')
    expect(world.waveKeys.master(world.id)).toEqual(master)
  })
})
