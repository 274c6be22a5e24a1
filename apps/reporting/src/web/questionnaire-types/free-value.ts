/** `a`, `b`, … and then `a2`: the value of an answer is stored, so one that an answer has is not used again. */
export function freeValue(options: readonly { readonly value: string }[]): string {
  const taken = new Set(options.map(({ value }) => value))
  for (let round = 1; ; round += 1)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const value = round === 1 ? letter : `${letter}${round}`
      if (!taken.has(value)) return value
    }
}
