import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DatabaseFault, type DatabaseFaultCode } from '../database-fault.ts'

/** The answer of a thread to a call: a value or an error. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly code: DatabaseFaultCode | null }

/** A thread that answers calls in their order. Node strips the types of its program. */
export class ThreadCalls {
  readonly #worker: Worker
  readonly #waiting: { resolve(value: unknown): void; reject(error: unknown): void }[] = []
  #ended: Error | null = null

  constructor(program: URL, workerData: unknown, megabytes: { readonly young: number; readonly old: number }) {
    this.#worker = new Worker(program, {
      workerData,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: megabytes.young, maxOldGenerationSizeMb: megabytes.old },
    })
    this.#worker.on('message', (answer: Answer) => {
      const call = this.#waiting.shift()
      if (answer.ok) call?.resolve(answer.value)
      else call?.reject(errorOf(answer))
    })
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#end(new Error('the thread has ended')))
  }

  call<T>(message: unknown): Promise<T> {
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ resolve: resolve as (value: unknown) => void, reject })
      this.#worker.postMessage(message)
    })
  }

  /** Waits for the answers of earlier calls, then ends the thread. */
  async close(): Promise<void> {
    if (this.#ended) return
    const exited = once(this.#worker, 'exit')
    this.#worker.postMessage(null)
    await exited
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const call of this.#waiting.splice(0)) call.reject(this.#ended)
  }
}

const errorOf = ({ message, code }: Answer & { readonly ok: false }): Error =>
  code === null ? new Error(message) : new DatabaseFault(code, message)
