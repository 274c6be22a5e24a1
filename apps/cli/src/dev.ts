import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { callersPath, inherited } from '@wayproof/command-line/environment'
import { interruption } from '@wayproof/command-line/interruption'

// For development: the apps restart when a file changes, and Vite serves the dashboard with live updates.

const root = fileURLToPath(new URL('../../..', import.meta.url))

await runCommand(async () => {
  readArguments({}, words.help.usageDev)
  const stopped = interruption()
  // The pages come from Vite's address, so the server has to expect requests from there.
  const env = {
    ...inherited,
    DATA_DIR: callersPath(inherited.DATA_DIR ?? 'data'),
    REPORTING_URL: 'http://127.0.0.1:4321',
  }
  const run = (program: string, args: readonly string[], folder = root) =>
    spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const apps = ['reporting', 'survey', 'scheduler'].map((name) =>
    run(process.execPath, ['--watch', '--watch-preserve-output', '--import', 'tsx', `apps/${name}/src/main.ts`]),
  )
  const vite = run(process.execPath, ['node_modules/vite/bin/vite.js', '--strictPort'], `${root}/apps/reporting`)
  const children = [...apps, vite]
  await Promise.race([stopped, ...children.map((child) => once(child, 'exit'))])
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(
    children.map((child) => child.exitCode === null && child.signalCode === null && once(child, 'exit')),
  )
})
