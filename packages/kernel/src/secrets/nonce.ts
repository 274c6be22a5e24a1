/** Bytes of what each text is sealed with once: random ones of this length never meet (draft-irtf-cfrg-xchacha). */
export const NONCE_BYTES = 24
