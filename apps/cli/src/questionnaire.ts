import { existsSync, readFileSync } from 'node:fs'
import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { callersPath, placesIn } from '@wayproof/command-line/environment'
import { withData } from '@wayproof/command-line/open-data'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { activeTags } from '@wayproof/forms/languages/read-active-tags'
import { type BrokenTrend, brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import { asksForIdentity } from '@wayproof/forms/questionnaire/identity-question'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { checkQuestionnaire, questionnaireWarnings } from '@wayproof/forms/questionnaire/questionnaire-check'
import { questionnaireFrom } from '@wayproof/forms/questionnaire/questionnaire-form'
import { type JsonFault, readJson } from '@wayproof/kernel/json/read-json'
import { systemClock } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'

// Checks a questionnaire and publishes it for future waves: `pnpm questionnaire FILE [--publish] [--data FOLDER]
// [--json]`.

const options = { publish: { type: 'boolean' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { questionnaires: text } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, text.usage, 1)
  if (!positionals[0]) throw new Misused(`${text.noFile}\n${text.usage}`)
  const questionnaire = readFile(positionals[0])
  const { id, version, items } = questionnaire
  const print = (line: string) => (values.json ? process.stderr : process.stdout).write(`${line}\n`)
  const storeFiles = storePlace(placesIn(values.data))
  const database = databasePlace(storeFiles.databaseUrl)
  const hasStore = database.engine === 'postgresql' || existsSync(database.file)
  // Without an installation, the file need not be in any added language.
  const languages = hasStore ? await withData(storeFiles, (store) => activeTags(store.languages)) : []
  const faults = checkQuestionnaire(questionnaire, languages)
  const warnings = questionnaireWarnings(questionnaire)
  if (faults.length > 0) {
    if (values.json) process.stdout.write(`${JSON.stringify({ id, version, faults, warnings })}\n`)
    throw new Error(
      [
        text.wrong(faults.length),
        ...faults.map(({ code, at, language }) => `  ${text.faults[code](at, language)}`),
      ].join('\n'),
    )
  }
  print(text.holds(id, version, items.length))
  for (const { code, count } of warnings) print(text.warnings[code](count))
  for (const item of items)
    if (isOpenText(item) && asksForIdentity(item)) print(text.overridden(item.id, item.asksIdentityBecause ?? ''))

  if (!hasStore && values.publish) throw new Misused(text.noDatabase(values.data ?? storeFiles.databaseUrl))
  const comparison = hasStore
    ? await compareAndPublish(storeFiles, { questionnaire, languages, shouldPublish: values.publish === true, print })
    : { trends: null }
  if (values.json)
    process.stdout.write(`${JSON.stringify({ id, version, faults, warnings, published: false, ...comparison })}\n`)
})

interface Comparison {
  readonly questionnaire: Questionnaire
  readonly languages: readonly string[]
  readonly shouldPublish: boolean
  readonly print: (line: string) => void
}

async function compareAndPublish(
  storeFiles: ReturnType<typeof storePlace>,
  { questionnaire, languages, shouldPublish, print }: Comparison,
): Promise<{ readonly trends: readonly BrokenTrend[] | null; readonly published: boolean }> {
  return withData(storeFiles, async ({ survey }) => {
    const latest = await survey.latestQuestionnaire()
    const previous = latest?.id === questionnaire.id ? latest : null
    const trends = previous ? brokenTrends(previous, questionnaire) : null
    if (!previous) print(text.first)
    else if (trends?.length === 0) print(text.noTrend(previous.version))
    else
      print(
        [
          text.trends(previous.version),
          ...(trends ?? []).map(({ id, because }) => `  ${text.trend(id, because)}`),
        ].join('\n'),
      )
    if (!shouldPublish) return { trends, published: false }
    const { version } = questionnaire
    if (previous && version < previous.version) throw new Error(text.versionOld(version, previous.version))
    const published = await publishQuestionnaire({ store: survey, clock: systemClock }, { questionnaire, languages })
    if (!published.ok) throw new Error(text.versionTaken(version))
    print(text.published(version))
    return { trends, published: true }
  })
}

function readFile(name: string): Questionnaire {
  const file = callersPath(name)
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    throw new Misused(text.unreadable(file))
  }
  const json = readJson(content)
  if (!json.ok) throw new Error(jsonFaultText(file, json.fault))
  const read = questionnaireFrom(json.value)
  if (!read.ok) throw new Error(text.malformed(file, read.places.slice(0, 10).join(', ')))
  return read.value
}

function jsonFaultText(file: string, { code, figures }: JsonFault): string {
  if (code === 'json-key-repeated') return text.keyTwice(file, figures.line, figures.key)
  return code === 'json-too-deep' ? text.tooDeep(file, figures.line) : text.notJson(file, figures.line)
}
