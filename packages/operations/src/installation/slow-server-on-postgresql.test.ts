import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { createPostgresql } from '@wayproof/database/testing/test-postgresql'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemSleep } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { openPostgresql } from './open-postgresql.ts'

const deps = { clock: systemClock, ids: systemIds, sleep: systemSleep, keyring: keyring(Buffer.alloc(32, 1)) }

/** Way to a server on which each packet takes `delayMs`, or waits until the way is open again. */
class SlowWay {
  delayMs = 0
  #open: Promise<void> = Promise.resolve()
  #reopen: () => void = () => {}

  block(): void {
    this.#open = new Promise((resolve) => {
      this.#reopen = resolve
    })
  }

  unblock(): void {
    this.#reopen()
  }

  /** Returns `url` with the port of this way. */
  async to(url: string): Promise<string> {
    const { hostname, port } = new URL(url)
    const sockets: Socket[] = []
    const proxy = createServer((client) => {
      const server = createConnection(Number(port), hostname)
      sockets.push(client, server)
      this.#carry(client, server)
      this.#carry(server, client)
    })
    proxy.listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    })
    const address = proxy.address()
    const slow = new URL(url)
    slow.port = String(typeof address === 'object' ? address?.port : '')
    return slow.href
  }

  #carry(from: Socket, to: Socket): void {
    let last: Promise<unknown> = Promise.resolve()
    from.on('data', (bytes: Buffer) => {
      const arrival = wait(this.delayMs)
      last = last.then(async () => {
        await arrival
        await this.#open
        if (!to.destroyed) to.write(bytes)
      })
    })
    from.on('close', () => void last.then(() => to.destroy()))
    from.on('error', () => to.destroy())
  }
}

async function placeBehind(way: SlowWay) {
  const place = databasePlace(await way.to(await createPostgresql()))
  if (place.engine !== 'postgresql') throw new Error('not a server')
  return place
}

const versionOf = "SELECT version FROM installation WHERE version = 'written'"
const write = "UPDATE installation SET version = 'written'"

test('a server that is 50 ms away is migrated, written and read', async () => {
  const way = new SlowWay()
  way.delayMs = 50
  const database = await openPostgresql(await placeBehind(way), deps)
  onTestFinished(() => database.close())
  await database.write((query) => query.run(write))
  expect(await database.query.all(versionOf)).toEqual([{ version: 'written' }])
})

test('a transaction waits while its server is silent for a second, and is committed once', async () => {
  const way = new SlowWay()
  const database = await openPostgresql(await placeBehind(way), deps)
  onTestFinished(() => database.close())
  await database.query.all(versionOf)
  way.block()
  const writing = database.write((query) => query.run(write))
  await wait(1_000)
  way.unblock()
  expect(await writing).toBe(1)
  expect(await database.query.all(versionOf)).toHaveLength(1)
})

test('a server that accepts connections and says nothing is a fault after some seconds', async () => {
  const way = new SlowWay()
  const place = await placeBehind(way)
  way.block()
  const fault: unknown = await openPostgresql(place, deps).then(
    () => null,
    (error: unknown) => error,
  )
  expect(fault).toMatchObject({ code: 'unreachable', detail: place.name })
})
