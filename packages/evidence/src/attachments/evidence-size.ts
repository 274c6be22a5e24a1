/** Largest evidence file, in bytes. */
export const MOST_EVIDENCE_BYTES = 20 * 1024 * 1024
