const LEAST = 12

export const isShort = (password: string): boolean => [...password].length < LEAST
