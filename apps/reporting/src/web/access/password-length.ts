const MIN_LENGTH = 12

export const isShort = (password: string): boolean => [...password].length < MIN_LENGTH
