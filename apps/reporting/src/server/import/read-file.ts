import { type ChildProcess, fork } from 'node:child_process'
import { on } from 'node:events'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type FileColumns, MAX_BYTES, type TableFault, type TextForm } from '@wayproof/evidence'
import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { Reading } from './profiles.ts'
import type { ReadTask, TableMessage } from './table-message.ts'

export type ReadFault = TableFault | { readonly code: 'import-too-slow' | 'import-too-hungry' | 'upload-broken' }

/** A piece of a file that was read elsewhere. */
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

/** How V8's end without memory looks where a shell stands between. */
const OUT_OF_MEMORY = 134

const program = fileURLToPath(new URL('read-table-process.ts', import.meta.url))

export function readFile(
  source: AsyncIterable<Uint8Array>,
  reading: Reading,
  limits?: ReadLimits,
): AsyncGenerator<ReadPiece> {
  return readElsewhere(source, reading, limits) as AsyncGenerator<ReadPiece>
}

/** The headings of a file and what stands under them, read in the same way. */
export async function readHeadings(
  source: AsyncIterable<Uint8Array>,
  said: Partial<TextForm>,
): Promise<Outcome<FileColumns, ReadFault>> {
  for await (const piece of readElsewhere(source, { said })) {
    if (piece.kind === 'columns') return ok(piece.columns)
    if (piece.kind === 'fault') return { ok: false, fault: piece.fault }
  }
  throw new Error('a file has headings or a fault')
}

/**
 * Reads a file in a process of its own, which is ended when it takes too long, needs too much memory, or the file is over
 * 256 MB; the rest of such a file is not read. It reads as fast as its pieces are taken. Node itself strips the types of the
 * program.
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
    // No keys and no addresses reach the reader.
    env: {},
  })
  const stop = AbortSignal.timeout(limits.milliseconds)
  const kill = () => child.kill('SIGKILL')
  stop.addEventListener('abort', kill)
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

/** Why the reader ended without a word. */
function endOf({ signalCode, exitCode }: ChildProcess, stop: AbortSignal): ReadFault {
  if (stop.aborted) return { code: 'import-too-slow' }
  if (signalCode === 'SIGABRT' || exitCode === OUT_OF_MEMORY) return { code: 'import-too-hungry' }
  throw new Error(`the reader of an import ended with ${signalCode ?? exitCode}`)
}

async function feed(source: AsyncIterable<Uint8Array>, child: ChildProcess): Promise<Outcome<null, ReadFault>> {
  const stdin = child.stdin as Writable
  let open = true
  let goOn = () => {}
  // The child closes its end when it has seen enough, or is ended.
  const shut = () => {
    open = false
    goOn()
  }
  stdin
    .on('error', shut)
    .on('close', shut)
    .on('drain', () => goOn())
  let bytes = 0
  try {
    for await (const piece of source) {
      bytes += piece.byteLength
      if (bytes > MAX_BYTES) return { ok: false, fault: tooLarge }
      // A sender gets to the end of the file and then hears what was wrong with it.
      if (open && !stdin.write(piece)) {
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
      }
    }
  } catch {
    return fail('upload-broken')
  }
  stdin.end()
  return ok(null)
}
