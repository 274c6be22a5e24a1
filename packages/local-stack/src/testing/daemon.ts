import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

export interface Daemon {
  stop(): Promise<void>
}

/** Starts a system server, which must stay in the foreground and listen on `port`; it ends with the test. */
export async function startDaemon(command: string, args: readonly string[], port: number): Promise<Daemon> {
  const daemon = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  daemon.stderr.on('data', (chunk) => {
    output += chunk
  })
  const stop = async () => {
    if (daemon.exitCode !== null || daemon.signalCode !== null) return
    daemon.kill('SIGTERM')
    await once(daemon, 'exit')
  }
  onTestFinished(stop)
  for (let waited = 0; !(await listens(port)); waited += 50) {
    if (waited > 60_000 || daemon.exitCode !== null) throw new Error(`${command} does not listen: ${output}`)
    await wait(50)
  }
  return { stop }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
