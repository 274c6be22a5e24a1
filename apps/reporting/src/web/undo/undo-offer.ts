/** An act that has just been carried out and can be reversed. */
export interface UndoOffer {
  /** A sentence that names the act. */
  readonly text: string
  /** Carries out the reverse act. Throws, or gives false, if it is refused. */
  readonly undo: () => Promise<boolean>
}

/** `number` tells two offers with the same sentence apart. */
export type NumberedOffer = UndoOffer & { readonly number: number }

let offer: NumberedOffer | null = null
let count = 0
const listeners = new Set<() => void>()

export const currentOffer = (): NumberedOffer | null => offer

export function onOffer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Offers to undo an act, in place of the last offer; null ends the offer. */
export function offerUndo(next: UndoOffer | null): void {
  count += 1
  offer = next && { ...next, number: count }
  for (const listener of listeners) listener()
}
