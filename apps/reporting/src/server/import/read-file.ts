import { type ChildProcess, fork } from 'node:child_process'
import { on } from 'node:events'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { MAX_BYTES } from '@wayproof/evidence/import/read-source'
import type { TableFault } from '@wayproof/evidence/import/table-fault'
import type { FileColumns } from '@wayproof/evidence/mapping/file-columns'
import type { TextForm } from '@wayproof/evidence/mapping/text-form'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Reading } from './profiles.ts'
import type { ReadTask, TableMessage } from './table-message.ts'

export type ReadFault = TableFault | { readonly code: 'import-too-slow' | 'import-too-hungry' | 'upload-broken' }

/** A piece of a file, from the reading process. */
export type ReadPiece =
  | Exclude<TableMessage, { readonly kind: 'columns' }>
  | { readonly kind: 'fault'; readonly fault: ReadFault }

/** Limits of reading one file. */
export interface ReadLimits {
  readonly megabytes: number
  readonly milliseconds: number
}

const READ_LIMITS: ReadLimits = { megabytes: 768, milliseconds: 120_000 }

export const tooLarge = { code: 'too-large', figures: { megabytes: MAX_BYTES / 1024 / 1024 } } as const

/** Exit code of a V8 process without memory if a shell stands between. */
const OUT_OF_MEMORY = 134

const program = fileURLToPath(new URL('read-table-process.ts', import.meta.url))

export function readFile(
  source: AsyncIterable<Uint8Array>,
  reading: Reading,
  limits?: ReadLimits,
): AsyncGenerator<ReadPiece> {
  return readElsewhere(source, reading, limits) as AsyncGenerator<ReadPiece>
}

/** Reads the headings of a file and sample values in a process of the same kind. */
export async function readHeadings(
  source: AsyncIterable<Uint8Array>,
  givenForm: Partial<TextForm>,
): Promise<Outcome<FileColumns, ReadFault>> {
  for await (const message of readElsewhere(source, { said: givenForm })) {
    if (message.kind === 'columns') return ok(message.columns)
    if (message.kind === 'fault') return { ok: false, fault: message.fault }
  }
  throw new Error('a file has headings or a fault')
}

/**
 * Reads a file in a separate process, which is ended if it takes too long, needs too much memory, or the file exceeds
 * 256 MB. It reads no faster than its pieces are consumed. Node strips the types of the program.
 */
async function* readElsewhere(
  source: AsyncIterable<Uint8Array>,
  task: ReadTask,
  limits: ReadLimits = READ_LIMITS,
): AsyncGenerator<TableMessage | { readonly kind: 'fault'; readonly fault: ReadFault }> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    // The process gets no keys and no addresses.
    env: {},
  })
  const stop = AbortSignal.timeout(limits.milliseconds)
  const kill = () => child.kill('SIGKILL')
  stop.addEventListener('abort', kill)
  // The first error ends the reading below; a later one has no other listener.
  child.on('error', () => undefined)
  try {
    const messages = on(child, 'message', { close: ['close'] })
    child.send(task)
    const feeding = feed(source, child).then((fed) => {
      if (!fed.ok) kill()
      return fed
    })
    let last: TableMessage | null = null
    for await (const [message] of messages as AsyncIterable<[TableMessage]>) {
      if (message.kind === 'rows') yield message
      else last = message
      if (child.connected) child.send('taken', () => {})
    }
    const fed = await feeding
    if (!fed.ok) yield { kind: 'fault', fault: fed.fault }
    else yield last ?? { kind: 'fault', fault: endOf(child, stop) }
  } finally {
    stop.removeEventListener('abort', kill)
    kill()
  }
}

/** The reason if the process ended without a message. */
function endOf({ signalCode, exitCode }: ChildProcess, stop: AbortSignal): ReadFault {
  if (stop.aborted) return { code: 'import-too-slow' }
  if (signalCode === 'SIGABRT' || exitCode === OUT_OF_MEMORY) return { code: 'import-too-hungry' }
  throw new Error(`the reader of an import ended with ${signalCode ?? exitCode}`)
}

async function feed(source: AsyncIterable<Uint8Array>, child: ChildProcess): Promise<Outcome<null, ReadFault>> {
  const stdin = child.stdin as Writable
  let open = true
  let resume = () => {}
  // The process closes its input when it has read enough, or has ended.
  const shut = () => {
    open = false
    resume()
  }
  stdin
    .on('error', shut)
    .on('close', shut)
    .on('drain', () => resume())
  let bytes = 0
  try {
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (bytes > MAX_BYTES) return { ok: false, fault: tooLarge }
      // The sender always gets to send the whole file, and then receives the fault.
      if (open && !stdin.write(chunk)) {
        await new Promise<void>((resolve) => {
          resume = resolve
        })
      }
    }
  } catch {
    return fail('upload-broken')
  }
  stdin.end()
  return ok(null)
}
