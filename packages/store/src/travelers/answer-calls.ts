import { parentPort } from 'node:worker_threads'
import { DatabaseFault } from '../sqlite/database-fault.ts'
import type { Answer } from './thread-calls.ts'

/** Answers the calls of `ThreadCalls`, one after the other; null is the last, before which `close` is run. */
export function answerCalls<Call>(answer: (call: Call) => unknown, close: () => Promise<void>): void {
  let before = Promise.resolve()
  const tell = (told: Answer) => parentPort?.postMessage(told)
  parentPort?.on('message', (call: Call | null) => {
    before = before.then(async () => {
      if (call === null) {
        await close()
        parentPort?.close()
        return
      }
      try {
        tell({ ok: true, value: await answer(call) })
      } catch (error) {
        const code = error instanceof DatabaseFault ? error.code : null
        tell({ ok: false, message: error instanceof Error ? error.message : String(error), code })
      }
    })
  })
}
