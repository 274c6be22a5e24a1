const LEAST = 12

/** Whether a new password has fewer characters than the server takes. */
export const isShort = (password: string): boolean => [...password].length < LEAST
