/** What a command says while it works: on standard error, so that standard output holds the result alone. */
export interface Progress {
  /** A step begins. */
  step(text: string): void
  /** The step's own count, redrawn in place on a terminal. */
  detail(text: string): void
  end(): void
}

export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let detailed = false
  const clear = () => {
    if (detailed && stream.isTTY) stream.write('\r\u001b[2K')
    detailed = false
  }
  return {
    step: (text) => {
      clear()
      stream.write(`${text}\n`)
    },
    detail: (text) => {
      if (!stream.isTTY) return
      stream.write(`\r\u001b[2K  ${text}`)
      detailed = true
    },
    end: clear,
  }
}
