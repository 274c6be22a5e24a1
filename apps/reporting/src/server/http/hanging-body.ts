import type { IncomingMessage, Server } from 'node:http'

export interface BodyLimits {
  /** Milliseconds for a body that is no file. */
  readonly milliseconds: number
  /** A file may take longer, but each interval of milliseconds must bring so many bytes. */
  readonly span: number
  readonly bytesEachSpan: number
}

const LIMITS: BodyLimits = { milliseconds: 45_000, span: 15_000, bytesEachSpan: 128 * 1024 }
const FILES = /^\/(import|evidence)\//

/** Closes a connection whose request body stalls; it would occupy a request and its memory indefinitely. */
export function cutHangingBodies(server: Pick<Server, 'on'>, limits: BodyLimits = LIMITS): void {
  server.on('request', (request: IncomingMessage) => {
    if (FILES.test(request.url ?? '')) watchFile(request, limits)
    else watchBody(request, limits)
  })
}

function watchBody(request: IncomingMessage, { milliseconds }: BodyLimits): void {
  AbortSignal.timeout(milliseconds).addEventListener('abort', () => {
    if (!request.complete) request.destroy()
  })
}

/** Checks again after each interval until the file is complete or the client has gone. */
function watchFile(request: IncomingMessage, limits: BodyLimits): void {
  const bytesBefore = request.socket.bytesRead
  AbortSignal.timeout(limits.span).addEventListener('abort', () => {
    if (request.complete || request.destroyed) return
    if (request.socket.bytesRead - bytesBefore < limits.bytesEachSpan) request.destroy()
    else watchFile(request, limits)
  })
}
