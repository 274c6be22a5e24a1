import { createReadStream } from 'node:fs'
import { type ImportProfile, plainProfile } from '@wayproof/evidence/import/profile'
import { readPieces } from '@wayproof/evidence/import/read-pieces'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import { peakOf } from '../measuring/process-cost.ts'

const profile: ImportProfile = {
  ...plainProfile,
  columns: Object.fromEntries(TRAVELER_FIELDS.map(({ name }) => [name, name])),
}

/** Reads and checks the cells of a traveler file, in pieces. */
export const readTravelerFile = (file: string) => readPieces(createReadStream(file), TRAVELER_FIELDS, profile)

/** Runs `work` once and prints its cost on one line: milliseconds, CPU microseconds, peak memory in kilobytes. */
export async function reportCost(work: () => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await work()
  const milliseconds = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpu)
  console.log(`took ${milliseconds} ${user + system} ${Math.round(peakOf(process.pid) * 1024)}`)
}
