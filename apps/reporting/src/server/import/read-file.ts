import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Cell, MAX_BYTES, type Table, type TableFault } from '@wayproof/evidence'
import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { Reading } from './profiles.ts'
import type { TableMessage } from './table-message.ts'

export type ImportedTable = Table<Readonly<Record<string, Cell>>>
export type ReadFault = TableFault | { readonly code: 'import-too-slow' | 'import-too-hungry' | 'upload-broken' }

/** What reading one file may take. */
export interface ReadLimits {
  readonly megabytes: number
  readonly milliseconds: number
}

const READ_LIMITS: ReadLimits = { megabytes: 768, milliseconds: 120_000 }

export const tooLarge = { code: 'too-large', figures: { megabytes: MAX_BYTES / 1024 / 1024 } } as const

/** How V8's end without memory looks where a shell stands between. */
const OUT_OF_MEMORY = 134

const program = fileURLToPath(new URL('read-table-process.ts', import.meta.url))

/**
 * Reads a file in a process of its own, which is ended when it takes too long, needs too much memory, or the file is over
 * 256 MB; the rest of such a file is not read. Node itself strips the types of the program.
 */
export async function readFile(
  source: AsyncIterable<Uint8Array>,
  reading: Reading,
  limits: ReadLimits = READ_LIMITS,
): Promise<Outcome<ImportedTable, ReadFault>> {
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
    child.send(reading)
    const told = collect(child)
    const fed = await feed(source, child)
    if (!fed.ok) return fed
    const { table, signal, code } = await told
    if (table) return table
    if (stop.aborted) return fail('import-too-slow')
    if (signal === 'SIGABRT' || code === OUT_OF_MEMORY) return fail('import-too-hungry')
    throw new Error(`the reader of an import ended with ${signal ?? code}`)
  } finally {
    stop.removeEventListener('abort', kill)
    kill()
  }
}

interface Told {
  /** Null when the child ended without a word. */
  readonly table: Outcome<ImportedTable, TableFault> | null
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

async function collect(child: ChildProcess): Promise<Told> {
  const rows: ImportedTable['rows'][number][] = []
  let table: Told['table'] = null
  child.on('message', (message: TableMessage) => {
    if (message.kind === 'rows') rows.push(...message.rows)
    else if (message.kind === 'fault') table = { ok: false, fault: message.fault }
    else table = ok({ rows, ...message.table })
  })
  const [code, signal] = (await once(child, 'close')) as [Told['code'], Told['signal']]
  return { table, code, signal }
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
      // Whoever sends gets to the end of the file and then hears what was wrong with it.
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
