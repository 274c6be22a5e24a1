import { suppress } from '@wayproof/scorecard'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { playIncidents } from './play-incidents.ts'
import { playPublication } from './play-publication.ts'
import { playSatisfaction } from './play-satisfaction.ts'
import { playTraining } from './play-training.ts'
import { playVendorAudit } from './play-vendor-audit.ts'
import type { CountedOn, Figures } from './scenario-figures.ts'

/** For each goal of the table: writes a scenario's input, reads the facts and judges them. */
const players: Readonly<
  Record<string, (database: SqliteDatabase, input: never, countedOn: CountedOn) => Promise<Figures>>
> = {
  publication: playPublication,
  training: playTraining,
  incidents: playIncidents,
  satisfaction: playSatisfaction,
  'vendor-audit': playVendorAudit,
  suppression: async (_, { cells, k }: { cells: Record<string, number>; k: number }) => ({ ...suppress(cells, k) }),
}

export const isPlayable = (goal: string): boolean => Object.hasOwn(players, goal)

export async function playScenario(
  database: SqliteDatabase,
  goal: string,
  input: object,
  countedOn: CountedOn = async (written) => written,
): Promise<Figures> {
  type Play = (database: SqliteDatabase, input: object, countedOn: CountedOn) => Promise<Figures>
  const play = players[goal] as Play | undefined
  if (!play) throw new RangeError(`no goal is named ${goal}`)
  return play(database, input, countedOn)
}
