import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openAt } from '@wayproof/database/testing/database-at'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import type { Purpose } from '@wayproof/kernel/secrets/purpose'
import { systemTokens } from '@wayproof/kernel/system'
import { closeAtOnce, openedWave, type SurveyOn, submit, surveyOn, tokens } from '@wayproof/survey/testing/survey-world'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'
import SQLite from 'better-sqlite3'
import { describe, expect, inject, test } from 'vitest'
import { takeManifest } from './manifest.ts'
import { headerOf, openSealedFile } from './sealed-file.ts'
import { type BackedUp, backedUpServer, backedUpWorld, emptyServer, fileAt } from './testing/backed-up-world.ts'

const period = '2026-H1'
const ANSWERS = 12
const AFTER = '2026-08-01T02:00:00Z'
/** The master key of the installation, which the attacker has, as well as the secret key of backups. */
const MASTER = keyring(new Uint8Array(32).fill(5))
const PURPOSES: readonly Purpose[] = ['answer', 'draft', 'receipt', 'address', 'backup', 'journal', 'key-check']

const { open, place } =
  inject('engine') === 'postgresql'
    ? { open: backedUpServer, place: emptyServer }
    : { open: () => backedUpWorld(true), place: async (folder: string) => fileAt(`${folder}/restored.db`) }

const opened = (key: Keyring, sealed: Uint8Array): readonly Uint8Array[] =>
  PURPOSES.flatMap((purpose) => {
    try {
      return [key.openBytes(purpose, sealed)]
    } catch {
      return []
    }
  })

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []

/** The answers of a backup that its owner can read with `known` keys and all that the backup itself contains. */
function readable(file: string, world: BackedUp, known: readonly Keyring[]): number {
  const copy = join(mkdtempSync(join(tmpdir(), 'wayproof-attack-')), 'copy.db')
  const header = headerOf(file) ?? new Uint8Array()
  expect(openSealedFile(file, copy, world.keys, header)).toBe('opened')
  const contained = textsIn(takeManifest(copy)).map((text) => Buffer.from(text, 'hex'))
  const unsealed = contained.flatMap((bytes) => known.flatMap((key) => opened(key, bytes)))
  const keys = [
    ...known,
    ...[...contained, ...unsealed].filter(({ length }) => length === 32).map((key) => keyring(key)),
  ]
  const database = new SQLite(copy, { readonly: true })
  const answers = database.prepare<[], Buffer>('SELECT encrypted FROM answer').pluck().all()
  database.close()
  expect(answers).toHaveLength(ANSWERS)
  return answers.filter((answer) => keys.some((key) => opened(key, answer).length > 0)).length
}

describe('a backup of an open wave', () => {
  async function answeredWorld() {
    const world: SurveyOn<StoreDatabase> & BackedUp = await open()
    await openedWave(world, 20)
    for (const token of (await tokens(world)).slice(0, ANSWERS)) await submit(world, token, { overall: '4' })
    const id = (await world.ports.store.wave(period))?.id ?? ''
    return { ...world, id, file: await world.backup('open.backup') }
  }

  test('reveals no answer to its owner, with every key but those in the folder of wave keys', async () => {
    const world = await answeredWorld()
    expect(readable(world.file, world, [MASTER])).toBe(0)
  })

  test('reveals none after the close with that folder as well, but all with a copy of the folder from before', async () => {
    const world = await answeredWorld()
    const copied = mkdtempSync(join(tmpdir(), 'wayproof-copied-keys-'))
    cpSync(world.keyFolder, copied, { recursive: true })
    await closeAtOnce(world, period)
    const folder = (path: string) => {
      const key = waveKeyFolder(path, systemTokens).master(world.id)
      return key ? [MASTER, keyring(key)] : [MASTER]
    }
    expect(readable(world.file, world, folder(world.keyFolder))).toBe(0)
    expect(readable(world.file, world, folder(copied))).toBe(ANSWERS)
  })

  test('brings back no answer when it is restored after the close', async () => {
    const world = await answeredWorld()
    await closeAtOnce(world, period)
    const database = await place(world.folder)
    const restored = await world.restore(world.file, { database, waveKeys: world.waveKeys })
    expect(restored).toMatchObject({ ok: true, value: { closed: [period], withoutAnswers: [period], missingKeys: [] } })
    const other = openAt(database.engine === 'sqlite' ? `file:${database.file}` : database.url)
    const survey = await surveyOn(other, { keyFolder: world.keyFolder })
    expect(await survey.database.query.all('SELECT 1 FROM answer')).toEqual([])
    await survey.database.close()
  })

  test('brings back no answer without the journal of the close either', async () => {
    const world = await answeredWorld()
    await closeAtOnce(world, period)
    const database = await place(world.folder)
    const journal = join(world.folder, 'no-journal.log')
    const restored = await world.restore(world.file, { database, journal, waveKeys: world.waveKeys })
    expect(restored).toMatchObject({ ok: true, value: { closed: [], withoutAnswers: [], missingKeys: [period] } })
    const other = openAt(database.engine === 'sqlite' ? `file:${database.file}` : database.url)
    const survey = await surveyOn(other, { keyFolder: world.keyFolder })
    survey.setNow(AFTER)
    const [token = ''] = (await tokens(survey)).slice(ANSWERS)
    await expect(submit(survey, token, { overall: '4' })).rejects.toMatchObject({ code: 'wave-key-missing' })
    expect(await survey.database.query.all(`SELECT 1 FROM answer WHERE "values" <> ''`)).toEqual([])
    await survey.database.close()
  })
})
