export { buildFirst, startBuild } from './build-first.ts'
export {
  Answered,
  answerHelp,
  Breached,
  Misused,
  readArguments,
  runCommand,
  terminalLocale,
  words,
} from './command-line.ts'
export { emptyDatabase, namedDatabase } from './empty-database.ts'
export {
  callersPath,
  callersPlaces,
  inherited,
  placesIn,
  reportingUrl,
  temporaryFolder,
  timeZone,
} from './environment.ts'
export { databaseFile, existingDatabase } from './existing-database.ts'
export { Interrupted, interruption, unlessInterrupted } from './interruption.ts'
export { nearName } from './near-name.ts'
export { DEFAULT_TIME_ZONE, withData } from './open-data.ts'
export { printResult } from './print-result.ts'
export { type Progress, progress } from './progress.ts'
export { RELEASED_APPS, RELEASED_COMMANDS, type ReleasedApp, type ReleasedCommand } from './released-commands.ts'
export { workFolder } from './work-folder.ts'
