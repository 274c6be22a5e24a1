import { parentPort } from 'node:worker_threads'
import { DatabaseFault } from '../database-fault.ts'
import type { Answer } from './thread-calls.ts'

interface Answering<Call> {
  readonly answer: (call: Call) => unknown
  /** Runs after the answer was sent. */
  readonly afterwards?: (call: Call) => Promise<void>
  readonly close?: () => Promise<void>
}

/** Answers the calls of `ThreadCalls` one at a time; null is the last call and runs `close`. */
export function answerCalls<Call>({ answer, afterwards, close }: Answering<Call>): void {
  let before = Promise.resolve()
  const send = (reply: Answer) => parentPort?.postMessage(reply)
  parentPort?.on('message', (call: Call | null) => {
    before = before.then(async () => {
      if (call === null) {
        await close?.()
        parentPort?.close()
        return
      }
      try {
        send({ ok: true, value: await answer(call) })
      } catch (error) {
        const code = error instanceof DatabaseFault ? error.code : null
        send({ ok: false, message: error instanceof Error ? error.message : String(error), code })
        return
      }
      await afterwards?.(call)
    })
  })
}
