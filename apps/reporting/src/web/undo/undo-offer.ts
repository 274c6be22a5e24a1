/** An act that has just been carried out and can be reversed. */
export interface UndoOffer {
  /** A sentence that names the act. */
  readonly text: string
  /** Carries out the reverse act. Throws, or gives false, if it is refused. */
  readonly undo: () => Promise<boolean>
}

let offer: UndoOffer | null = null
const listeners = new Set<() => void>()

export const currentOffer = (): UndoOffer | null => offer

export function onOffer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Offers to undo an act, in place of the last offer; null ends the offer. */
export function offerUndo(next: UndoOffer | null): void {
  offer = next
  for (const listener of listeners) listener()
}
