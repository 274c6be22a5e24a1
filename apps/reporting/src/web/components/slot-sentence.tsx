import type { ReactNode } from 'react'

interface SlotSentenceProps {
  readonly sentence: (slot: string) => string
  readonly children: ReactNode
}

const SLOT = '{slot}'

/** A sentence with a link or another element at the place that its language gives it. */
export function SlotSentence({ sentence, children }: SlotSentenceProps) {
  const [before, after] = sentence(SLOT).split(SLOT)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
