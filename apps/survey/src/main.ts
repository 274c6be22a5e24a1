import { createAdaptorServer } from '@hono/node-server'
import { LOCALES } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { type Messages, messages } from '@wayproof/messages'
import { openKeyFile, openStore } from '@wayproof/store'
import { fileAccessLog } from './access-log.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { tryLimits } from './try-limit.ts'

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
const key = openKeyFile(config.keyFile, systemTokens)
if (!key.ok) {
  const wrong = key.fault.code === 'key-file-wrong' ? 'key-file-wrong' : 'key-file-unreadable'
  stop(({ settings }) => settings.faults[wrong]('KEY_FILE', config.keyFile))
}
if (key.value.made) say(({ settings }) => settings.keyMade(config.keyFile))

const system = { clock: systemClock, ids: systemIds, tokens: systemTokens, sleep: systemSleep }
const keys = keyring(key.value.key)
const store = await openStore({ ...config, ...system, keyring: keys }).catch((error: unknown) =>
  stop(({ survey }) => survey.cannotStart(reasonOf(error))),
)
const log =
  config.accessLog === null ? null : fileAccessLog(config.accessLog, (error) => console.error(reasonOf(error)))
const app = createApp({
  ...system,
  survey: { ...system, store: store.survey, keyring: keys, timeZone: config.timeZone },
  organisation: store.organisation,
  tries: tryLimits(),
  surveyUrl: config.surveyUrl,
  defaultLocale: config.defaultLocale,
  access: log?.write ?? console.log,
  report: console.error,
})

const server = createAdaptorServer({ fetch: app.fetch })
server.once('error', (error) => stop(({ survey }) => survey.cannotStart(reasonOf(error))))
server.listen(config.port, config.host, () => say(({ survey }) => survey.listening(config.surveyUrl)))

/** Answers that are on their way are still taken; a line that hangs does not keep the process. */
const finish = () => {
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5000).unref()
  server.close(async () => {
    await store.close()
    await log?.flush()
    process.exit(0)
  })
}
process.once('SIGTERM', finish)
process.once('SIGINT', finish)
