import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Outcome } from '@wayproof/kernel'
import { type Keyring, keyring } from '@wayproof/kernel/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { onTestFinished } from 'vitest'
import type { StoreDatabase } from '../../engine/store-database.ts'
import { temporaryFile } from '../../engine/testing/temporary-file.ts'
import { timing } from '../../engine/testing/timing.ts'
import { bindInstallation } from '../../installation/bind-installation.ts'
import { databasePlace } from '../../installation/database-place.ts'
import { type MasterKeys, readKeyFile } from '../../installation/key-file.ts'
import { openDatabase } from '../../open-database.ts'
import { openAt, placeOf } from '../../testing/database-at.ts'
import { openTestDatabase } from '../../testing/engines.ts'
import { type SurveyWorld, surveyOn } from '../../testing/survey-world.ts'
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
