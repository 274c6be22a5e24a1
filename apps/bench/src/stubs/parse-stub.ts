import { benchSettings } from '../config.ts'
import { readTravelerFile, tellWhatItTakes } from '../import/traveler-file.ts'

// Minimum work of an import: the file and its cells are read.

await tellWhatItTakes(async () => {
  for await (const chunk of readTravelerFile(benchSettings.STUB_FILE)) {
    if (chunk.kind === 'fault') throw new Error(chunk.fault.code)
  }
})
