import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Starts the dashboard as a process whose files cannot grow beyond `mostBlocks` KB. */
export function start(
  env: Record<string, string>,
  mostBlocks: number | 'unlimited' = 'unlimited',
): { child: ChildProcess; output: () => string } {
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
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, output: () => text }
}

/** Waits up to 25 s. */
export async function waitUntil(isMet: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 250 && !isMet(); attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return String(typeof address === 'object' ? address?.port : 0)
}

export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
