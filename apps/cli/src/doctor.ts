import { readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { callersPath } from '@wayproof/command-line/environment'
import { printResult } from '@wayproof/command-line/print-result'
import { messages } from '@wayproof/messages/messages'
import { readCheckConfig } from './check-deployment/check-config.ts'
import { runChecks } from './doctor/run-checks.ts'

// Checks the machine, with or without data: `wayproof doctor [--restore KEY] [--data FOLDER] [--json]`.

const options = { restore: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { doctor } = messages(terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, doctor.usage)
  const secretKey = values.restore === undefined ? null : callersPath(values.restore)
  const checks = await runChecks(readCheckConfig(values.data), { locale: terminalLocale, secretKey })
  const failed = checks.filter(({ ok }) => !ok)
  const lines = checks.map(({ name, ok, problem, detail }) => {
    const line = `${ok ? doctor.ok : doctor.failed}  ${doctor.checks[name]}`
    return problem === null ? line : `${line}\n        ${doctor.problems[problem](detail)}`
  })
  lines.push('', failed.length === 0 ? doctor.allWell(checks.length) : doctor.notWell(failed.length))
  printResult(values, lines.join('\n'), { checks })
  if (failed.length > 0) process.exit(1)
})
