import { benchSettings } from '../config.ts'
import { readTravelerFile, reportCost } from '../import/traveler-file.ts'

// Minimum work of an import: the file and its cells are read.

await reportCost(async () => {
  for await (const chunk of readTravelerFile(benchSettings.STUB_FILE)) {
    if (chunk.kind === 'fault') throw new Error(chunk.fault.code)
  }
})
