import { type Id, isId, type Tokens } from '@wayproof/kernel/id'

const SECRET_BYTES = 32

/** A new key as its holder sends it: its id and 256 random bits. */
export function newApiToken(id: Id, tokens: Tokens): string {
  return `wayproof_${id.replaceAll('-', '')}_${Buffer.from(tokens.bytes(SECRET_BYTES)).toString('base64url')}`
}

/** The key id in a token; null if the text is no token. */
export function idOfToken(token: string): Id | null {
  const [, hex = ''] = /^wayproof_([0-9a-f]{32})_[\w-]{43}$/.exec(token) ?? []
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId(id) ? id : null
}
