import { parentPort, type Transferable } from 'node:worker_threads'
import { DatabaseFault } from '../sqlite/database-fault.ts'
import type { Answer } from './thread-calls.ts'

/** Answers the calls of `ThreadCalls`, one after the other; null is the last, before which `close` is run. */
export function answerCalls<Message>(
  answer: (message: Message) => unknown,
  close: () => Promise<void>,
  transfer: (value: never) => readonly Transferable[] = () => [],
): void {
  let before: Promise<unknown> = Promise.resolve()
  const tell = (told: Answer, moved: readonly Transferable[] = []) => parentPort?.postMessage(told, moved)
  parentPort?.on('message', (message: Message | null) => {
    before = before.then(async () => {
      if (message === null) {
        await close()
        return parentPort?.close()
      }
      try {
        const value = await answer(message)
        tell({ ok: true, value }, transfer(value as never))
      } catch (error) {
        const code = error instanceof DatabaseFault ? error.code : null
        tell({ ok: false, message: error instanceof Error ? error.message : String(error), code })
      }
    })
  })
}
