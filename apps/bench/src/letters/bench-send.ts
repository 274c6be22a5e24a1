import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ScriptProcess, startApp, startScript } from '@wayproof/local-stack/processes/app-process'
import type { BenchOptions } from '../bench-options.ts'
import { surveyFixture } from '../fixtures/survey-fixture.ts'
import { type Figures, figuresOf, quantile, type Run } from '../measuring/figures.ts'
import { cpuOf, peakOf, SERVER_CORE } from '../measuring/process-cost.ts'
import { stayAwake } from '../measuring/stay-awake.ts'

const PATIENCE_MS = 60_000
/** Share of letters that warm up a new process; the survey app has a whole run for that. */
const WARM_UP = 1 / 4

/**
 * The scheduler on one core empties an outbox of invitations into a mail server on the other. The limit sends as many
 * prepared messages to the same server. Throws unless each recipient got exactly one letter.
 */
export async function benchSend({ data, databases, runs, size, isSigned }: BenchOptions): Promise<Figures> {
  const sink = await fastSink()
  try {
    const measuredRuns: Run[] = []
    const limits: Run[] = []
    for (let run = 0; run < runs; run += 1) {
      const folder = join(data, String(run))
      mkdirSync(folder)
      const { settings } = await surveyFixture({ data: folder, databaseUrl: await databases.create(folder) }, size)
      const mail = { ...settings, ...(isSigned ? dkimSettings(folder) : {}), SMTP_URL: `smtp://127.0.0.1:${sink.port}` }
      const log = join(folder, 'scheduler.log')
      measuredRuns.push(await measure(sink, size, () => startApp('scheduler', mail, log, SERVER_CORE)))
      const stub = { STUB_SMTP_PORT: String(sink.port), STUB_LETTERS: String(size) }
      const script = 'apps/bench/src/stubs/letter-stub.ts'
      limits.push(await measure(sink, size, () => startScript(script, stub, log, SERVER_CORE)))
    }
    return figuresOf('send', measuredRuns, limits)
  } finally {
    await sink.close()
  }
}

/** The settings of a scheduler that signs, with a new key. */
function dkimSettings(folder: string): Readonly<Record<string, string>> {
  const file = join(folder, 'dkim.pem')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return { DKIM_DOMAIN: 'bench.example', DKIM_SELECTOR: 'letters', DKIM_KEY_FILE: file }
}

/** Measured from the end of the warm-up to the last accepted letter. */
async function measure(sink: FastSink, letters: number, start: () => ScriptProcess): Promise<Run> {
  sink.empty()
  const process = start()
  const stopSpinning = stayAwake()
  try {
    await waitUntil(() => sink.latencies.length > letters * WARM_UP)
    const [startedAt, cpu, first] = [performance.now(), cpuOf(process.pid), sink.latencies.length]
    await waitUntil(() => sink.latencies.length >= letters)
    const sentCount = letters - first
    const run = {
      perSecond: sentCount / ((performance.now() - startedAt) / 1000),
      p50Milliseconds: quantile(sink.latencies.slice(first), 0.5),
      p99Milliseconds: quantile(sink.latencies.slice(first), 0.99),
      ...costOf(process.pid, cpu, sentCount),
    }
    const hasDuplicates = [...sink.countByAddress.values()].some((times) => times !== 1)
    if (sink.countByAddress.size !== letters || hasDuplicates) throw new Error('letters were lost or doubled')
    return run
  } finally {
    stopSpinning()
    await process.stop()
  }
}

/** Excludes a process that ended after its last letter. */
function costOf(pid: number, cpu: number, sentCount: number): Pick<Run, 'cpuMicroseconds' | 'peakMegabytes'> {
  try {
    return { cpuMicroseconds: (cpuOf(pid) - cpu) / sentCount, peakMegabytes: peakOf(pid) }
  } catch {
    return { cpuMicroseconds: 0, peakMegabytes: 0 }
  }
}

async function waitUntil(isMet: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!isMet()) {
    if (performance.now() > end) throw new Error('no letter came')
    await wait(1)
  }
}

/** A fast mail server with PIPELINING that accepts everything and stores only recipients. */
interface FastSink {
  readonly port: number
  /** Number of accepted letters for each address. */
  readonly countByAddress: ReadonlyMap<string, number>
  /** Milliseconds from MAIL FROM to the end of a letter. */
  readonly latencies: readonly number[]
  /** Clears what was recorded. */
  empty(): void
  close(): Promise<void>
}

const END = Buffer.from('\r\n.\r\n')

async function fastSink(): Promise<FastSink> {
  const countByAddress = new Map<string, number>()
  const latencies: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    let buffered: Buffer = Buffer.alloc(0)
    let isInData = false
    let startedAt = 0
    let to = ''
    const answer = (line: string): string => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') return '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n'
      if (verb === 'MAIL') startedAt = performance.now()
      if (verb === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (verb === 'DATA') {
        isInData = true
        return '354 go on\r\n'
      }
      return verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n'
    }
    socket.on('data', (chunk: Buffer) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
      let answers = ''
      for (;;) {
        const end = buffered.indexOf(isInData ? END : '\r\n')
        if (end < 0) break
        if (isInData) {
          isInData = false
          countByAddress.set(to, (countByAddress.get(to) ?? 0) + 1)
          latencies.push(performance.now() - startedAt)
          answers += '250 taken\r\n'
          buffered = buffered.subarray(end + END.length)
        } else {
          answers += answer(buffered.toString('latin1', 0, end))
          buffered = buffered.subarray(end + 2)
        }
      }
      if (answers !== '') socket.write(answers)
    })
    socket.write('220 sink\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    countByAddress,
    latencies,
    empty: () => {
      countByAddress.clear()
      latencies.length = 0
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
