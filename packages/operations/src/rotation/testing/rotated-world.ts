import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { type MasterKeys, readKeyFile } from '@wayproof/database/installation/key-file'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openAt, placeOf } from '@wayproof/database/testing/database-at'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { timing } from '@wayproof/database/testing/timing'
import type { Outcome } from '@wayproof/kernel/outcome'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { type SurveyWorld, surveyOn } from '@wayproof/survey/testing/survey-world'
import { onTestFinished } from 'vitest'
import { bindInstallation } from '../../installation/bind-installation.ts'
import { openDatabase } from '../../store/open-database.ts'
import { type Rotation, readKeyState, rotateKey } from '../rotate-key.ts'

export const NOW = Date.parse('2026-08-02T00:00:00Z')

/** An installation with a key file, on the engine of the run. */
export interface RotatedWorld {
  /** The survey before the rotation. */
  readonly world: SurveyWorld
  readonly keyFile: string
  /** The master keys of the key file as it is now. */
  masters(): MasterKeys
  /** Closes all apps and runs the command. */
  rotate(generation: number, change?: Partial<Rotation>): ReturnType<typeof rotateKey>
  /** Runs the command while apps run. */
  rotateBeside(generation: number): ReturnType<typeof rotateKey>
  /** Runs the command without a confirmation. */
  keyState(): ReturnType<typeof readKeyState>
  /** Reads rows while no app runs. */
  stored(statement: string): Promise<readonly object[]>
  /** Starts an app with the key file as it is, or with `keys`. */
  start(keys?: Keyring): Promise<SurveyWorld>
}

export async function rotatedWorld(): Promise<RotatedWorld> {
  const world = await surveyOn(await openTestDatabase())
  const url = placeOf(world.database)
  const place = databasePlace(url)
  const keyFile = join(dirname(temporaryFile()), 'wayproof.key')
  await bindInstallation(world.database, { ids: systemIds, keyring: world.ports.keyring, isNew: true })
  const installation = 'SELECT database_id AS id FROM installation'
  const { id } = (await world.database.query.get<{ id: string }>(installation)) ?? { id: '' }
  writeFileSync(keyFile, `${'05'.repeat(32)}\ndatabase ${id}\n`)
  const masters = () => resultOf(readKeyFile(keyFile, systemTokens)).keys
  const apps: StoreDatabase[] = [world.database]
  const deps = { clock: { now: () => NOW }, ids: systemIds, tokens: systemTokens, sleep: timing.sleep }
  const run = (generation: number, change: Partial<Rotation> = {}) =>
    rotateKey({ ...deps, place, keyFile, generation, ...change })
  return {
    world,
    keyFile,
    masters,
    rotate: async (generation, change) => {
      for (const app of apps.splice(0)) await app.close()
      return run(generation, change)
    },
    rotateBeside: (generation) => run(generation),
    keyState: () => readKeyState({ ...deps, place, keyFile }),
    stored: async (statement) => {
      const database = openAt(url)
      return database.query.all<object>(statement).finally(() => database.close())
    },
    start: async (keys = keyring(...masters())) => {
      const { database } = await openDatabase(place, { ...deps, keyring: keys })
      apps.push(database)
      onTestFinished(() => database.close())
      return surveyOn(database, { keyring: keys, keyFolder: world.keyFolder })
    },
  }
}

export const textOf = (path: string): string => readFileSync(path, 'utf8')

export function resultOf<T>(outcome: Outcome<T, { readonly code: string }>): T {
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}
