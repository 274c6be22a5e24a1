// Loaded into each process of a release by NODE_OPTIONS: the file MOVED_CLOCK holds the milliseconds that the clock is
// ahead, and pauses end when the moved clock has reached their end. Connections to other machines are refused, and
// written to the file OTHER_MACHINES.
import { appendFileSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import timers from 'node:timers/promises'

const POLL_MS = 20
const RealDate = Date
const realElapsed = performance.now.bind(performance)
const read = () => Number(readFileSync(process.env.MOVED_CLOCK, 'utf8')) || 0
const first = read()
let ahead = first
const now = () => RealDate.now() + ahead

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
performance.now = () => realElapsed() + ahead - first

const pauses = new Set()
const realPause = timers.setTimeout
timers.setTimeout = (milliseconds, value, options) => {
  const ended = new AbortController()
  const signal = options?.signal ? AbortSignal.any([options.signal, ended.signal]) : ended.signal
  const pause = { at: now() + milliseconds, end: () => ended.abort() }
  pauses.add(pause)
  return realPause(milliseconds, value, { ...options, signal })
    .catch((error) => {
      if (options?.signal?.aborted) throw error
      return value
    })
    .finally(() => pauses.delete(pause))
}
setInterval(() => {
  ahead = read()
  for (const pause of pauses) if (pause.at <= now()) pause.end()
}, POLL_MS).unref()
syncBuiltinESMExports()

const LOCAL = new Set(['127.0.0.1', '::1', 'localhost'])
const connect = Socket.prototype.connect
Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  const host = typeof options === 'object' ? (options.host ?? options.hostname) : args[1]
  const isLocal = typeof options === 'string' || options?.path !== undefined || host === undefined || LOCAL.has(host)
  if (isLocal) return connect.apply(this, args)
  appendFileSync(process.env.OTHER_MACHINES, `${host}\n`)
  process.nextTick(() => this.destroy(Object.assign(new Error('no network'), { code: 'ENETUNREACH' })))
  return this
}
