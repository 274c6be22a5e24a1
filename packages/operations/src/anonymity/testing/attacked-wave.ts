import { copyFileSync, existsSync } from 'node:fs'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import {
  closeAtOnce,
  openedWave,
  type SqliteSurvey,
  submit,
  surveyOnSqlite,
  tokens,
} from '@wayproof/survey/testing/survey-world'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { attackAnonymity } from '../attack-anonymity.ts'

export const period = '2026-H1'
export const now = Date.parse('2026-09-01T00:00:00Z')
export const attacked = (world: SqliteSurvey, earlier?: string): WaveAnonymity =>
  attackAnonymity({ file: world.database.file, earlier, now })[0] as WaveAnonymity

/** Answers one at a time; ratings differ, so that no group has equal answers. */
async function answer(world: SqliteSurvey, links: readonly string[]): Promise<void> {
  for (const [n, token] of links.entries())
    await submit(world, token, { overall: String((n % 5) + 1), improve: `t${n}` })
}

export async function answeredWave(count: number, answers: number): Promise<SqliteSurvey> {
  const world = await surveyOnSqlite()
  await openedWave(world, count)
  await answer(world, (await tokens(world)).slice(0, answers))
  return world
}

export const close = (world: SqliteSurvey) => closeAtOnce(world, period)

/** A copy of file and log, as a backup may contain them. */
export function backup({ database: { file } }: SqliteSurvey): string {
  const copy = temporaryFile()
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  return copy
}
