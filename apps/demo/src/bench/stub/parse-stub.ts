import { benchSettings } from '../../config.ts'
import { readTravelerFile, tellWhatItTakes } from '../traveler-file.ts'

// The least an import can do: the file is read, and its cells are.

await tellWhatItTakes(() => readTravelerFile(benchSettings.STUB_FILE))
