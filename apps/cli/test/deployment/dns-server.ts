import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'

/** Records by name and type; a name without any does not exist. */
export type Zone = Readonly<Record<string, Partial<Record<'TXT' | 'MX' | 'A' | 'PTR', readonly string[]>>>>

export interface DnsServer {
  /** Address and port. */
  readonly place: string
  zone: Zone
  close(): Promise<void>
}

const TYPES = new Map<number, keyof Zone[string]>([
  [1, 'A'],
  [12, 'PTR'],
  [15, 'MX'],
  [16, 'TXT'],
])
const HEADER_BYTES = 12
const NO_SUCH_NAME = 3

/** A real DNS server over UDP on this machine that knows only `zone` (RFC 1035). */
export async function openDnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const server = {
    place: `127.0.0.1:${socket.address().port}`,
    zone,
    close: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
  socket.on('message', (query, { port, address }: RemoteInfo) => socket.send(answer(query, server.zone), port, address))
  return server
}

function answer(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = []
  let at = HEADER_BYTES
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const name = labels.join('.').toLowerCase()
  const type = TYPES.get(query.readUInt16BE(at + 1))
  const question = query.subarray(HEADER_BYTES, at + 5)
  const known = zone[name]
  const records = (type && known?.[type]) ?? []
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt16BE(query.readUInt16BE(0), 0)
  header.writeUInt16BE(0x81_80 | (known ? 0 : NO_SUCH_NAME), 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(records.length, 6)
  return Buffer.concat([header, question, ...records.map((text) => record(query.readUInt16BE(at + 1), text))])
}

function record(type: number, text: string): Buffer {
  const data = dataOf(type, text)
  // A pointer to the name of the question, the type, the class and a minute of validity.
  const head = Buffer.from([0xc0, HEADER_BYTES, 0, type, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 255])
  return Buffer.concat([head, data])
}

function dataOf(type: number, text: string): Buffer {
  if (type === 1) return Buffer.from(text.split('.').map(Number))
  if (type === 15) return Buffer.concat([Buffer.from([0, 10]), nameOf(text)])
  return type === 16 ? Buffer.concat((text.match(/.{1,255}/g) ?? []).map(counted)) : nameOf(text)
}

const counted = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')])
const nameOf = (name: string) => Buffer.concat([...name.split('.').filter(Boolean).map(counted), Buffer.from([0])])
