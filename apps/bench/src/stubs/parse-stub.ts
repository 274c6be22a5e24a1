import { benchSettings } from '../config.ts'
import { readTravelerFile, tellWhatItTakes } from '../import/traveler-file.ts'

// The least an import can do: the file is read, and its cells are.

await tellWhatItTakes(async () => {
  for await (const piece of readTravelerFile(benchSettings.STUB_FILE)) {
    if (piece.kind === 'fault') throw new Error(piece.fault.code)
  }
})
