const PREFIX = 'whsec_'
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^[A-Za-z0-9+/]{2}==$|^[A-Za-z0-9+/]{3}=$/

/**
 * The key of a secret of Standard Webhooks: `whsec_` and base64, or base64 alone, mean the decoded bytes. A secret of
 * other characters is its own text.
 */
export function standardWebhookKey(secret: string): Uint8Array {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret
  return BASE64.test(text) ? Buffer.from(text, 'base64') : Buffer.from(secret)
}
