/** Progress lines on standard error, so that standard output holds only the result. */
export interface Progress {
  step(text: string): void
  /** A count within the step, redrawn in place on a terminal. */
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
