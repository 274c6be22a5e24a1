import { createAdaptorServer } from '@hono/node-server'
import { LOCALES } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { type Messages, messages } from '@wayproof/messages'
import { DatabaseFault, openKeyFile, openStore } from '@wayproof/store'
import { fileAccessLog } from './access-log.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'

const say = (sentence: (words: Messages) => string, out: (line: string) => void = console.log) => {
  for (const locale of LOCALES) out(sentence(messages(locale)))
}
const stop: (sentence: (words: Messages) => string) => never = (sentence) => {
  say(sentence, console.error)
  process.exit(1)
}
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const read = readConfig()
const config = read.ok
  ? read.value
  : stop(({ settings }) =>
      [settings.stopped, ...read.faults.map((f) => `- ${settings.faults[f.code](f.name, f.value)}`)].join('\n'),
    )
const key = openKeyFile(config.keyFile, systemTokens, config.databaseUrl)
if (!key.ok) {
  const { code } = key.fault
  stop(({ settings }) => settings.faults[code]('KEY_FILE', config.keyFile))
}
if (key.value.made) say(({ settings }) => settings.keyMade(config.keyFile))

const system = { clock: systemClock, ids: systemIds, tokens: systemTokens, sleep: systemSleep }
const keys = keyring(key.value.key)
const store = await openStore({ ...config, ...system, keyring: keys }).catch((error: unknown) => {
  if (!(error instanceof DatabaseFault)) throw error
  console.error(JSON.stringify({ error: error.code, message: error.message }))
  return stop(({ databaseFaults }) => databaseFaults[error.code])
})
const log =
  config.accessLog === null ? null : fileAccessLog(config.accessLog, (error) => console.error(reasonOf(error)))
const app = createApp({
  ...system,
  survey: { ...system, store: store.survey, keyring: keys, timeZone: config.timeZone },
  organisation: store.organisation,
  surveyUrl: config.surveyUrl,
  defaultLocale: config.defaultLocale,
  access: log?.write ?? console.log,
  report: console.error,
})

const server = createAdaptorServer({ fetch: app.fetch })
server.once('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  stop(({ settings }) =>
    taken
      ? settings.faults['port-taken']('SURVEY_PORT', String(config.port))
      : settings.faults['cannot-listen']('HOST', `${config.host}:${config.port}`),
  )
})
server.listen(config.port, config.host, () => say(({ survey }) => survey.listening(config.surveyUrl)))

/** Answers that are on their way are still taken; a line that hangs does not keep the process. */
let finishing = false
const finish = () => {
  if (finishing) return
  finishing = true
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5000).unref()
  server.close(async () => {
    await store.close()
    await log?.flush()
    process.exit(0)
  })
}
process.once('SIGTERM', finish)
process.once('SIGINT', finish)
