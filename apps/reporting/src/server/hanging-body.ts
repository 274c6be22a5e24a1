import type { IncomingMessage, Server } from 'node:http'

/** How long a body may take. */
export interface BodyLimits {
  /** Milliseconds for a body that is no file. */
  readonly milliseconds: number
  /** A file may take longer, but in each span of milliseconds so many bytes have to come. */
  readonly span: number
  readonly bytesEachSpan: number
}

const LIMITS: BodyLimits = { milliseconds: 45_000, span: 15_000, bytesEachSpan: 128 * 1024 }
const FILES = /^\/(import|evidence)\//

/** Cuts the connection of a sender whose body hangs: it would hold a request, and the memory of it, for ever. */
export function cutHangingBodies(server: Pick<Server, 'on'>, limits: BodyLimits = LIMITS): void {
  server.on('request', (request: IncomingMessage) => {
    if (FILES.test(request.url ?? '')) watchFile(request, limits)
    else watchBody(request, limits)
  })
}

function watchBody(request: IncomingMessage, { milliseconds }: BodyLimits): void {
  const late = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, milliseconds)
  request.once('close', () => clearTimeout(late))
}

function watchFile(request: IncomingMessage, { span, bytesEachSpan }: BodyLimits): void {
  const { socket } = request
  let before = socket.bytesRead
  const looks = setInterval(() => {
    if (request.complete) return clearInterval(looks)
    const slow = socket.bytesRead - before < bytesEachSpan
    before = socket.bytesRead
    if (slow) request.destroy()
  }, span)
  request.once('close', () => clearInterval(looks))
}
