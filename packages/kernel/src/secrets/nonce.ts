/** Nonce length in bytes. Random nonces of this length do not collide (draft-irtf-cfrg-xchacha). */
export const NONCE_BYTES = 24
