import { createInterface } from 'node:readline/promises'

/** Asks on the terminal, and resolves to an empty text if nobody answers within `seconds` or the input ends. */
export async function askPerson(question: string, seconds: number, stopped: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // The interface takes Ctrl-C from the terminal, so the process gets no signal.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await terminal.question(question, {
      signal: AbortSignal.any([stopped, AbortSignal.timeout(seconds * 1000)]),
    })
  } catch {
    return ''
  } finally {
    terminal.close()
  }
}
