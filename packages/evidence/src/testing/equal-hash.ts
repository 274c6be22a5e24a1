/** Compares a stored hash, which may be deleted, with a wanted one. */
export const equalHash = (stored: Uint8Array | null, wanted: Uint8Array): boolean =>
  stored !== null && Buffer.from(stored).equals(wanted)
