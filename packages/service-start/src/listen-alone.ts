import type { RequestListener } from 'node:http'

// An import of node:http would load Node's fetch classes as well: 7 MB.
const { createServer } = process.getBuiltinModule('node:http')

export interface OpenServer {
  readonly port: number
  close(): Promise<void>
}

/** Listens for a monitor on a port of its own. Rejects if the port is taken. */
export async function listenAlone(
  listener: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<OpenServer> {
  const server = createServer({ requestTimeout: 10_000 }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
