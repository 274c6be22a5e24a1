import { connect } from 'node:net'
import { addAbortSignal, Readable } from 'node:stream'
import type { ScanFile } from '@wayproof/evidence/attachments/ports'
import type { Log } from '@wayproof/kernel/operation-log'
import type { SocketAddress } from '@wayproof/kernel/settings/socket-address'

/** Limit of one scan, from the connection to the reply. */
const SCAN_MS = 30_000
const CHUNK_BYTES = 256 * 1024
const LONGEST_REPLY = 1_000

interface ScannerOptions {
  readonly log: Log
  /** Aborts after this many milliseconds. */
  readonly deadline: (milliseconds: number) => AbortSignal
}

/** Scans files with clamd, over its command INSTREAM. Every scan has a connection of its own. */
export function clamdScanner(address: SocketAddress, { log, deadline }: ScannerOptions): ScanFile {
  return async (bytes) => {
    try {
      const result = resultOf(await replyTo(bytes, address, deadline(SCAN_MS)))
      if (result === 'infected') log({ level: 'warn', event: 'evidence-infected' })
      if (result === 'unavailable') log({ level: 'error', event: 'scan-failed', error: 'reply' })
      return result
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException
      log({ level: 'error', event: 'scan-failed', error: code ?? name })
      return 'unavailable'
    }
  }
}

async function replyTo(bytes: Uint8Array, address: SocketAddress, signal: AbortSignal): Promise<string> {
  const socket = addAbortSignal(signal, connect(address))
  Readable.from(frames(bytes)).pipe(socket, { end: false })
  let reply = ''
  for await (const piece of socket) {
    reply += String(piece)
    if (reply.includes('\0') || reply.length > LONGEST_REPLY) break
  }
  return reply
}

/** The command, chunks with their length before each, and a length of 0 at the end. */
function* frames(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES)
    yield lengthBytes(chunk.length)
    yield chunk
  }
  yield lengthBytes(0)
}

function lengthBytes(length: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

/** Every reply but these two is an error of the scanner, such as a file over its limit. */
function resultOf(reply: string): Awaited<ReturnType<ScanFile>> {
  if (reply === 'stream: OK\0') return 'clean'
  return /^stream: .+ FOUND\0$/.test(reply) ? 'infected' : 'unavailable'
}
