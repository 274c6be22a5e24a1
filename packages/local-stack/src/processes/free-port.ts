import { createServer } from 'node:net'

const TRIES = 200

/**
 * Opens something on `wanted`, or on the next port on which this machine lets us listen. If another program takes a
 * port between check and use, the next one is tried.
 */
export async function onFreePort<T>(wanted: number, open: (port: number) => Promise<T>): Promise<T> {
  for (let port = wanted; port < wanted + TRIES; port++) {
    if (!(await isFree(port))) continue
    try {
      return await open(port)
    } catch (error) {
      if (await isFree(port)) throw error
    }
  }
  throw new Error(`no free port from ${wanted} on`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
