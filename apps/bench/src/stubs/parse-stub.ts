import { benchSettings } from '../config.ts'
import { readTravelerFile, tellWhatItTakes } from '../import/traveler-file.ts'

// Minimum work of an import: the file and its cells are read.

await tellWhatItTakes(async () => {
  for await (const piece of readTravelerFile(benchSettings.STUB_FILE)) {
    if (piece.kind === 'fault') throw new Error(piece.fault.code)
  }
})
