/** A TCP port of a host, or the path of a Unix socket. */
export type SocketAddress = { readonly host: string; readonly port: number } | { readonly path: string }

const HOST_AND_PORT = /^(?:\[(?<bracketed>[0-9a-f:.]+)\]|(?<name>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)):(?<port>\d{1,5})$/i

/** Reads `host:port`, `[IPv6]:port` or an absolute path; null for any other text. */
export function socketAddress(text: string): SocketAddress | null {
  if (text.startsWith('/')) return { path: text }
  const { bracketed, name, port: digits } = HOST_AND_PORT.exec(text)?.groups ?? {}
  const host = bracketed ?? name
  const port = Number(digits)
  return host !== undefined && port >= 1 && port <= 65_535 ? { host, port } : null
}
