import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The limit of a test with starts. Each loads the whole server from its sources, which takes 15 s on busy processors. */
export const WITH_STARTS = { timeout: 180_000 }

const LONGEST_START_MS = 75_000

type Ending = [code: number | null, signal: NodeJS.Signals | null]

interface StartedApp {
  readonly child: ChildProcess
  readonly output: () => string
  readonly untilPrinted: (part: string) => Promise<void>
  /** Waits until the process has ended and all its output is read. */
  readonly ended: () => Promise<Ending>
}

/** Starts the dashboard as a process whose files cannot grow beyond `mostBlocks` KB. */
export function start(env: Record<string, string>, mostBlocks: number | 'unlimited' = 'unlimited'): StartedApp {
  const limited = `ulimit -f ${mostBlocks}; exec "$0" --import tsx "$1"`
  const child = spawn('bash', ['-c', limited, process.execPath, main], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  // Waiting from the start, because a process that ended earlier reports its end no more. Its output is complete then.
  const end = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await end
  })
  const untilPrinted = async (part: string) => {
    const began = performance.now()
    while (!text.includes(part)) {
      if (performance.now() - began > LONGEST_START_MS) throw new Error(`no "${part}" in the output: ${text}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return { child, output: () => text, untilPrinted, ended: async () => (await end) as Ending }
}

/**
 * A port below those that the system gives to connections and to servers that ask for any; one of those could be taken
 * before the dashboard has started.
 */
export async function freePort(): Promise<string> {
  const port = randomInt(10_000, 32_768)
  const server = createServer().listen(port, '127.0.0.1')
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  server.close()
  return isFree ? String(port) : freePort()
}

export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
